import type { AccountNotice } from '../source.ts';
import { clockSentence, isClockOff } from './clock-offset.ts';
import type { FilterStyle } from './search.ts';

export interface NoticeFacts {
  readonly isNothingSubscribed: boolean;
  readonly ignored: { readonly days: boolean; readonly status: boolean };
  /** Of which more may exist than was read. */
  readonly cutOffDays: readonly string[];
  /** Where it was learnt rather than set or the first choice. */
  readonly learntStyle: Exclude<FilterStyle, 'both'> | null;
  readonly clockOffset: number | null;
}

/** What a person should know although polling works, what matters most first. */
export function jpmNotices(facts: NoticeFacts): readonly AccountNotice[] {
  const { clockOffset, cutOffDays, ignored, learntStyle } = facts;
  const notices: AccountNotice[] = [];
  if (facts.isNothingSubscribed) {
    notices.push({
      title: 'No subscription is active',
      nextStep:
        'J.P. Morgan notifies of nothing until somebody subscribes: ask whoever looks after the integration.',
    });
  }
  if (isClockOff(clockOffset)) {
    notices.push({
      title: clockSentence(clockOffset).replace(/\.$/, ''),
      nextStep: 'Set the clock to be kept by the network, before signatures are refused because of it.',
    });
  }
  if (cutOffDays.length > 0) {
    notices.push({
      title: `J.P. Morgan may cut off its lists: ${cutOffDays.slice(0, 3).join(', ')}${cutOffDays.length > 3 ? ' and others' : ''}`,
      nextStep:
        'Compare these days with your own records, and ask J.P. Morgan how many notifications one search gives.',
    });
  }
  if (ignored.status || ignored.days) {
    const what = [ignored.days ? 'days' : null, ignored.status ? 'delivery status' : null];
    notices.push({
      title: `J.P. Morgan does not filter by ${what.filter((one) => one !== null).join(' and ')}`,
      nextStep: ignored.status
        ? 'Nothing is missed, but the delivery status cannot be shown. Try another filter style in the account.'
        : 'Nothing is missed. Try another filter style in the account.',
    });
  }
  if (learntStyle !== null) {
    notices.push({
      title: `J.P. Morgan takes its filters from ${learntStyle === 'query' ? 'the query' : 'headers'} only`,
      nextStep: 'Nothing to do: Quayside has found out by itself.',
    });
  }
  return notices;
}
