import type { Life, UnreadStep } from './life.ts';
import { freeingOf, isOfAnother, overtaking } from './open-events.ts';
import type { Standing } from './standing.ts';
import type { ThreadStep } from './thread-order.ts';

/**
 * Messages that could not be read and may still matter, oldest first: nothing that came later has freed the goods,
 * ended the declaration or, where what is certain of it is that it answers a request, followed on that.
 */
const openUnread = (life: Life, standing: Standing): readonly ThreadStep[] =>
  life.unread.filter((unread) => !isPast(life, standing, unread)).map(({ step }) => step);

/** Those of them that cannot wait. One without a time of issue can, where what would settle it is known: it may be older. */
export const urgentUnread = (life: Life, standing: Standing): readonly ThreadStep[] =>
  life.unread
    .filter((unread) => !isPast(life, standing, unread) && !mayBePast(life, standing, unread))
    .flatMap(({ step }) => (mustBeActedOn(step) ? [step] : []));

/** Of these the latest of the most urgent, and how urgently it must be looked at. */
export function unreadCall(
  life: Life,
  standing: Standing,
): { readonly id: string; readonly attention: 'act' | 'watch' } | null {
  const open = openUnread(life, standing);
  const urgent = urgentUnread(life, standing).at(-1);
  const latest = urgent ?? open.at(-1);
  if (latest === undefined) return null;
  return { id: latest.member.row.id, attention: urgent === undefined ? 'watch' : 'act' };
}

/** Whether what is certain of a message is enough to know that it cannot wait. */
export const mustBeActedOn = ({ member }: ThreadStep): boolean => member.facts.attention === 'act';

const mayBePast = (life: Life, standing: Standing, { step, before }: UnreadStep): boolean =>
  step.member.facts.issuedAt === null &&
  (standing.over || life.has(...freeingOf(life, before, step.member.facts.functionCode)));

function isPast(life: Life, standing: Standing, { step, before }: UnreadStep): boolean {
  if (standing.over && standing.at >= before) return true;
  return life
    .places(...overtaking(life, before, step.member.facts.functionCode))
    .some((place) => place >= before && !isOfAnother(life.steps[place], step));
}
