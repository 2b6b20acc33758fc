import type { AccountWithSecret } from '../../../../shared/engine-api.ts';
import type { Failure } from '../../../../shared/failure.ts';
import type { AccountStatus } from '../../../../shared/status.ts';
import type { Engine } from '../../engine.ts';
import { aborted } from '../aborted.ts';
import { loadAccounts } from '../accounts.ts';
import { orFailure, tellStoreFailure } from '../archive.ts';
import type { CommandHost } from '../command-host.ts';
import type { ExitStatus } from '../exit-status.ts';
import { failureSentence } from '../failure-sentence.ts';

/** When to end by itself: after one round, after some time, or never. */
export type CollectUntil = { readonly once: true } | { readonly seconds: number } | null;

export interface CollectRequest {
  readonly directory: string;
  readonly accounts: string;
  readonly until: CollectUntil;
}

/**
 * Polls, stores and acknowledges, a line for each thing that happens. Fails where an account is failing at the end, was
 * not drained by one round, or could not be reached in the time given.
 */
export async function collect(host: CommandHost, request: CollectRequest): Promise<ExitStatus> {
  const accounts = await loadAccounts(host, request.accounts);
  if (accounts === null) return 2;
  const answered = new Set<string>();
  const engine = await host.openEngine(request.directory, (entry) => {
    if (entry.event === 'poll' && entry.status !== null) answered.add(entry.account);
    void host.output.line(entry);
  });
  if (!engine.ok) return tellStoreFailure(host, engine.failure);
  const ended = await orFailure(async () => {
    try {
      return await poll(host, engine.value, accounts, request.until);
    } finally {
      // A round that is under way tells here what was answered.
      await engine.value.stop();
    }
  });
  if (!ended.ok) return tellStoreFailure(host, ended.failure);
  const { isWell, starting, seconds } = ended.value;
  const unreached = seconds === null ? [] : starting.filter((account) => !answered.has(account));
  for (const account of unreached) {
    host.output.say(
      `Account ${account} was not reached within ${seconds} s: no answer to a poll came. Allow it longer, or check the address of its source.`,
    );
  }
  return isWell && unreached.length === 0 ? 0 : 1;
}

interface Ended {
  readonly isWell: boolean;
  /** Of these no poll has come to its end. */
  readonly starting: readonly string[];
  /** How long they had; null where nobody set a time, or it was cut short. */
  readonly seconds: number | null;
}

async function poll(
  host: CommandHost,
  engine: Engine,
  accounts: readonly AccountWithSecret[],
  until: CollectUntil,
): Promise<Ended> {
  let left: Undrained = new Map();
  await engine.setAccounts(accounts);
  if (until === null) await aborted(host.stop);
  else if ('seconds' in until) await host.clock.sleep(until.seconds * 1000, host.stop);
  else left = await oneRound(host, engine, accounts);

  const status = await engine.api.status(null);
  const atTheEnd = status.ok ? status.value.accounts : [];
  for (const sentence of atTheEnd.flatMap(noticeSentences)) host.output.say(sentence);
  const failing = atTheEnd.filter(isFailing);
  for (const account of failing) host.output.say(accountSentence(account));
  // One round sends all that is queued, so what is left then was not taken.
  const unsent = until !== null && 'once' in until ? atTheEnd.filter((one) => one.unsent > 0) : [];
  for (const { id, unsent: count } of unsent) {
    host.output.say(
      `Account ${id}: ${count} acknowledgement(s) have not reached the source; they are sent again at the next run.`,
    );
  }
  for (const [account, why] of left) {
    if (!failing.some(({ id }) => id === account)) host.output.say(undrainedSentence(account, why));
  }
  return {
    isWell: left.size + failing.length + unsent.length === 0,
    starting: atTheEnd.filter(({ state }) => state === 'starting').map(({ id }) => id),
    seconds: until !== null && 'seconds' in until && !host.stop.aborted ? until.seconds : null,
  };
}

/** The accounts that were given up, and why; null where messages that are listed could not be had. */
type Undrained = ReadonlyMap<string, Failure | null>;

async function oneRound(
  host: CommandHost,
  engine: Engine,
  accounts: readonly AccountWithSecret[],
): Promise<Undrained> {
  const left = await Promise.race([engine.polledOnce(), aborted(host.stop).then((): Undrained => new Map())]);
  if (!host.stop.aborted) await Promise.race([engine.flushOutbox(accounts), aborted(host.stop)]);
  return left;
}

function isFailing({ state }: AccountStatus): boolean {
  switch (state) {
    case 'backing-off':
    case 'offline':
    case 'signed-out':
    case 'misconfigured':
      return true;
    case 'starting':
    case 'polling':
    case 'paused':
      return false;
  }
}

function accountSentence({ id, state, failure, until }: AccountStatus): string {
  if (failure === null) return `Account ${id}: ${state}`;
  const resumes =
    failure.reason === 'asked-to-wait' && until !== null ? ` It is asked again at ${until}.` : '';
  return `Account ${id}: ${failureSentence(failure)}${resumes}`;
}

const undrainedSentence = (account: string, why: Failure | null): string =>
  why === null
    ? `Account ${account}: not everything that is waiting could be fetched; it is asked for again at the next run.`
    : `Account ${account}: ${failureSentence(why)}`;

/** `Account cards: No subscription is active, so nothing will arrive. Ask whoever manages …` */
const noticeSentences = ({ id, notices }: AccountStatus): readonly string[] =>
  notices.map(({ title, nextStep }) => `Account ${id}: ${title}. ${nextStep}`);
