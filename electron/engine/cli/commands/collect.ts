import type { AccountWithSecret } from '../../../../shared/engine-api.ts';
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

/** Polls, stores and acknowledges, a line for each thing that happens. Fails where an account is failing at the end. */
export async function collect(host: CommandHost, request: CollectRequest): Promise<ExitStatus> {
  const accounts = await loadAccounts(host, request.accounts);
  if (accounts === null) return 2;
  const engine = await host.openEngine(request.directory, (entry) => void host.output.line(entry));
  if (!engine.ok) return tellStoreFailure(host, engine.failure);
  const status = await orFailure(async () => {
    try {
      return await poll(host, engine.value, accounts, request.until);
    } finally {
      await engine.value.stop();
    }
  });
  return status.ok ? status.value : tellStoreFailure(host, status.failure);
}

async function poll(
  host: CommandHost,
  engine: Engine,
  accounts: readonly AccountWithSecret[],
  until: CollectUntil,
): Promise<ExitStatus> {
  let isDrained = true;
  await engine.setAccounts(accounts);
  if (until === null) await aborted(host.stop);
  else if ('seconds' in until) await host.clock.sleep(until.seconds * 1000, host.stop);
  else isDrained = await oneRound(host, engine, accounts);

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
  if (!isDrained && failing.length === 0) {
    host.output.say('Not everything that is waiting could be fetched: the problem lines name the accounts.');
  }
  return isDrained && failing.length + unsent.length === 0 ? 0 : 1;
}

async function oneRound(
  host: CommandHost,
  engine: Engine,
  accounts: readonly AccountWithSecret[],
): Promise<boolean> {
  const isDrained = await Promise.race([engine.polledOnce(), aborted(host.stop).then(() => true)]);
  if (!host.stop.aborted) await Promise.race([engine.flushOutbox(accounts), aborted(host.stop)]);
  return isDrained;
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

const accountSentence = ({ id, state, failure }: AccountStatus): string =>
  `Account ${id}: ${failure === null ? state : failureSentence(failure)}`;

/** `Account cards: No subscription is active, so nothing will arrive. Ask whoever manages …` */
const noticeSentences = ({ id, notices }: AccountStatus): readonly string[] =>
  notices.map(({ title, nextStep }) => `Account ${id}: ${title}. ${nextStep}`);
