import type { AccountNotice } from '../source.ts';
import { clockError } from './server-clock.ts';

export interface Circumstances {
  /** How many subscriptions are active; null where nobody knows. */
  readonly activeSubscriptions: number | null;
  /** By how much our clock is ahead of Mastercard's, milliseconds; null where nobody knows. */
  readonly aheadMs: number | null;
}

/** What a person should know although notifications can be read. */
export function noticesOf(about: Circumstances): readonly AccountNotice[] {
  return [...subscriptionNotice(about), ...clockNotice(about)];
}

function subscriptionNotice({ activeSubscriptions }: Circumstances): readonly AccountNotice[] {
  if (activeSubscriptions !== 0) return [];
  return [
    {
      title: 'No subscription is active, so nothing will arrive',
      nextStep:
        'Ask whoever manages your Mastercard project to create a subscription, or to make one active. It reports what happens from then on.',
    },
  ];
}

function clockNotice({ aheadMs }: Circumstances): readonly AccountNotice[] {
  const off = clockError(aheadMs);
  if (off === null) return [];
  return [
    {
      title: `The clock of this computer is ${off} Mastercard’s`,
      nextStep:
        'Set the clock to be kept by the network. Mastercard may refuse signatures made by a wrong clock.',
    },
  ];
}
