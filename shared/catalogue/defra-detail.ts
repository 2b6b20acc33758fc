import type { DecodedDetail } from '../notification.ts';
import { defraDecision, type DefraDecision } from './defra-decisions.ts';

/** One decision of a DMSALV as it is shown. `where`: what it is about, such as `goods item 1`; null where that is not said. */
export function defraDetail(code: string, where: string | null): DecodedDetail {
  const { meaning, group } = defraDecision(code);
  return {
    name: where === null ? NAME : `${NAME}, ${where}`,
    value: group === 'unknown' ? meaning : `${code}: ${meaning}`,
  };
}

/** The same read back; null for a detail of another kind, and the item null where the decision names none. */
export function readDefraDetail({
  name,
  value,
}: DecodedDetail): { readonly decision: DefraDecision; readonly item: number | null } | null {
  if (name !== NAME && !name.startsWith(`${NAME}, `)) return null;
  const item = /\bgoods item (\d{1,5})\b/.exec(name)?.[1];
  return {
    decision: defraDecision(/^(\w+): /.exec(value)?.[1] ?? ''),
    item: item === undefined ? null : Number(item),
  };
}

const NAME = 'Defra decision';
