import { reasonTexts } from '../../../shared/reasons.ts';
import type { AccountStatus } from '../../../shared/status.ts';
import type { NewAlert } from '../store/store.ts';
import type { AccountTrouble, TroubleChange, TroubleKind } from '../store/trouble-store.ts';

/**
 * How long nothing may be reached before it is told. Back-offs reach a minute, a restart of a router or a release at
 * HMRC takes two or three, and none of these needs a person; an inspection is often decided in the last minutes
 * before a lorry arrives, so that a broker should not sit before a screen that has stood still for longer.
 */
export const TELL_AFTER_MS = 5 * 60_000;
/** Accounts that fail for the same cause begin to fail within so much of each other, and are told together. */
const TOGETHER_MS = 60_000;
/** What was not looked at for longer (the machine slept, the app was closed) counts anew. */
const UNSEEN_MS = 15 * 60_000;
/** How often it is written down that a trouble lasts. */
const SEEN_STEP_MS = 60_000;

type Status = Pick<AccountStatus, 'id' | 'name' | 'state' | 'failure'>;

export interface TroubleScope {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Whether accounts that fail together are told together. */
  readonly coalesce: boolean;
  /** Just woken or back online: no outage is told before the first calls could be answered. */
  readonly isHushed: boolean;
}

/**
 * What follows from how the accounts are doing now: a refusal is told at once, an outage after five minutes, each
 * once for as long as it lasts; that an outage is over is told where it had been told. An account that was only just
 * started says nothing yet.
 */
export function troubleChange(
  known: readonly AccountTrouble[],
  statuses: readonly Status[],
  { now, coalesce, isHushed }: TroubleScope,
): TroubleChange {
  const before = new Map(known.map((trouble) => [trouble.account, trouble]));
  const standing = statuses.flatMap((status) => troubleOf(status, before.get(status.id), now) ?? []);
  const well = statuses.filter(
    ({ id, state }) => before.has(id) && (state === 'polling' || state === 'paused'),
  );
  const silent = standing.filter(({ alert }) => alert === null);
  const refused = silent.filter(({ kind }) => kind === 'refused');
  const unreached = silent.filter(({ kind }) => kind === 'unreached');
  const lasting = (ms: number) => unreached.filter(({ since }) => now - since >= ms);
  const isTold = !isHushed && lasting(TELL_AFTER_MS).length > 0;
  const due = isTold ? lasting(coalesce ? TELL_AFTER_MS - TOGETHER_MS : TELL_AFTER_MS) : [];
  const nameOf = (id: string) => statuses.find((status) => status.id === id)?.name ?? id;
  const recovered = well.flatMap(({ id, state }) => {
    const trouble = before.get(id);
    return state === 'polling' && trouble?.kind === 'unreached' && trouble.alert !== null ? [trouble] : [];
  });
  const groups = (troubles: readonly AccountTrouble[]) =>
    coalesce ? (troubles.length === 0 ? [] : [troubles]) : troubles.map((trouble) => [trouble]);
  return {
    standing: standing.filter((trouble) => isNews(trouble, before.get(trouble.account))),
    over: well.map(({ id }) => id),
    alerts: [
      ...refused.map((trouble) => refusal(trouble, nameOf(trouble.account))),
      ...groups(due).map((group) => outage(group, nameOf, now)),
      ...groups(recovered).map((group) => recovery(group, nameOf, now)),
    ],
  };
}

/** Null where nothing is the matter. */
function troubleOf(
  { id, state, failure }: Status,
  before: AccountTrouble | undefined,
  now: number,
): AccountTrouble | null {
  if (failure === null || state === 'paused') return null;
  const kind: TroubleKind = state === 'signed-out' || state === 'misconfigured' ? 'refused' : 'unreached';
  const { reason } = failure;
  const isSame = before?.kind === kind && (kind === 'unreached' || before.reason === reason);
  const isSeen = before !== undefined && now >= before.since && now - before.seenAt <= UNSEEN_MS;
  if (before === undefined || !isSame)
    return { account: id, kind, reason, since: now, seenAt: now, alert: null };
  return { ...before, reason, seenAt: now, since: isSeen || before.alert !== null ? before.since : now };
}

const isNews = (trouble: AccountTrouble, before: AccountTrouble | undefined): boolean =>
  before === undefined ||
  before.kind !== trouble.kind ||
  before.reason !== trouble.reason ||
  before.since !== trouble.since ||
  trouble.seenAt - before.seenAt >= SEEN_STEP_MS ||
  trouble.seenAt < before.seenAt;

function refusal({ account, reason }: AccountTrouble, name: string): NewAlert {
  const { title, nextStep } = reasonTexts[reason];
  return {
    ...{ notifications: [], accounts: [account], urgency: 'critical' },
    title: `${name}: ${title}`,
    body: `Nothing is read for this account until that is mended.\n${nextStep}`,
  };
}

function outage(troubles: readonly AccountTrouble[], nameOf: (id: string) => string, now: number): NewAlert {
  const since = Math.min(...troubles.map((trouble) => trouble.since));
  const [first] = troubles;
  const why = first === undefined ? null : reasonTexts[first.reason];
  return {
    ...{ notifications: [], accounts: troubles.map(({ account }) => account), urgency: 'critical' },
    title: `Nothing reached for ${Math.floor((now - since) / 60_000)} min`,
    body: [`${namesOf(troubles, nameOf)}: ${why?.title ?? ''}`, why?.nextStep ?? ''].join('\n'),
  };
}

function recovery(
  troubles: readonly AccountTrouble[],
  nameOf: (id: string) => string,
  now: number,
): NewAlert {
  const since = Math.min(...troubles.map((trouble) => trouble.since));
  return {
    ...{ notifications: [], accounts: troubles.map(({ account }) => account), urgency: 'normal' },
    title: 'Reached again',
    body: `${namesOf(troubles, nameOf)}: read again after ${Math.ceil((now - since) / 60_000)} min. What waited is being read now.`,
  };
}

const namesOf = (troubles: readonly AccountTrouble[], nameOf: (id: string) => string): string =>
  troubles.map(({ account }) => nameOf(account)).join(', ');
