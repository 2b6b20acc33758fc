import { cdsDecoder } from '../../../electron/engine/decode/cds/cds-decoder.ts';
import { mrnCheckDigit } from '../../../shared/catalogue/mrn.ts';
import type { DecodedPart } from '../../../electron/engine/store/store.ts';
import type { NotificationRow } from '../../../shared/notification.ts';
import type { QuietNotice } from '../../../shared/quiet.ts';
import { cdsMessage } from '../../simulators/cds/messages.ts';
import { LIFE_PLANS, type LifePlan } from './life-plans.ts';

/** Where a message came from, where that is not CDS. */
export type Origin = Pick<NotificationRow, 'account' | 'source' | 'upstream'> & {
  readonly contentType: string;
};

/** One message of a declaration, or payment: what was sent, and what was read from it. */
export interface LifeMessage extends DecodedPart {
  readonly from?: Origin;
  readonly payload: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly acknowledged: boolean;
}

export interface Life {
  readonly messages: readonly LifeMessage[];
  readonly quiet: readonly QuietNotice[];
}

export type LifeName = keyof typeof LIFE_PLANS;
export const LIFE_NAMES = Object.keys(LIFE_PLANS) as readonly LifeName[];

/** The declaration of that name as of `now`, epoch milliseconds; the messages oldest first. */
export function lifeNamed(name: LifeName, now: number): Life {
  const plan: LifePlan = LIFE_PLANS[name];
  const place = LIFE_NAMES.indexOf(name);
  const mrn = mrnOf(place, plan);
  const messages = plan.steps.flatMap(([minutesAgo, step, more], index) => {
    const [functionCode = '', statusCode] = step.split('/');
    const { cut, limitAt, ...rest } = more ?? {};
    const issuedAt = now - minutesAgo * 60_000;
    const xml = cdsMessage({
      functionCode,
      ...(statusCode === undefined ? {} : { statusCode }),
      mrn: functionCode === '03' && plan.steps.length === 1 ? null : mrn,
      lrn: `HFW-261122-${41_000 + place}`,
      messageId: `${place.toString(16)}${index.toString(16)}`.padStart(
        32,
        '7d1c0a52f0b94e0e8a3b5c6d7e8f9012',
      ),
      issuedAt,
      ...(limitAt === undefined ? {} : { limitAt: now + limitAt * 60_000 }),
      ...rest,
    });
    return read(
      cut ? xml.slice(0, -190) : xml,
      `${place}0000000-0000-4000-8000-000000000000`,
      issuedAt + 4000,
    );
  });
  return {
    messages: messages.map((message, index) => ({ ...message, acknowledged: index < messages.length - 2 })),
    quiet: (plan.quiet ?? []).map(([rule, minutesAgo]) => ({
      rule,
      at: new Date(now - minutesAgo * 60_000).toISOString(),
      noticedAt: new Date(now - 60_000).toISOString(),
    })),
  };
}

/** Messages as they stand in files, with the conversation that each belongs to. */
export function lifeFrom(
  files: readonly { readonly payload: string; readonly conversation: string }[],
  now: number,
): Life {
  const messages = files.flatMap(({ payload, conversation }) => read(payload, conversation, now));
  return { messages, quiet: [] };
}

function read(payload: string, conversation: string, receivedAt: number): readonly LifeMessage[] {
  const parts = cdsDecoder.decode(new TextEncoder().encode(payload), {
    envelope: { 'x-conversation-id': conversation },
  });
  return parts.map((part) => ({ ...part, payload, receivedAt, acknowledged: false }));
}

function mrnOf(place: number, { trade, wrongDigit }: LifePlan): string {
  const first = `26GB5QUAYS1DE${String(place).padStart(3, '0')}${trade === 'import' ? 'R' : 'A'}`;
  const digit = mrnCheckDigit(first);
  return `${first}${wrongDigit ? (digit + 3) % 10 : digit}`;
}
