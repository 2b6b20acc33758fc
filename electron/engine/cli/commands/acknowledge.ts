import type { Reason } from '../../../../shared/failure.ts';
import type { NotificationDetail, TriageState } from '../../../../shared/notification.ts';
import type { Engine } from '../../engine.ts';
import type { InboxStore } from '../../store/store.ts';
import { aborted } from '../aborted.ts';
import { loadAccounts } from '../accounts.ts';
import { archiveIsThere, onArchive, orFailure, tellStoreFailure } from '../archive.ts';
import type { CommandHost } from '../command-host.ts';
import type { ExitStatus } from '../exit-status.ts';
import { failureSentence } from '../failure-sentence.ts';

export interface AcknowledgeRequest {
  readonly directory: string;
  readonly accounts: string;
  readonly ids: readonly string[];
}

/** Acknowledges here, durably, then tells the sources; a line for each id says how far it came. */
export async function acknowledge(host: CommandHost, request: AcknowledgeRequest): Promise<ExitStatus> {
  const accounts = await loadAccounts(host, request.accounts);
  if (accounts === null) return 2;
  if (!(await archiveIsThere(host, request.directory))) return 2;
  const ids = [...new Set(request.ids)];
  const told = await onArchive(host, request.directory, 'write', (store) =>
    acknowledgeHere(host, store, ids),
  );
  if (!told.ok) return tellStoreFailure(host, told.failure);

  const engine = await host.openEngine(request.directory, () => undefined);
  if (!engine.ok) return tellStoreFailure(host, engine.failure);
  const reachable = accounts.filter(({ account }) => told.value.has(account.id));
  const status = await orFailure(async () => {
    try {
      await Promise.race([engine.value.flushOutbox(reachable), aborted(host.stop)]);
      return await report(host, engine.value, ids, new Set(reachable.map(({ account }) => account.id)));
    } finally {
      await engine.value.stop();
    }
  });
  return status.ok ? status.value : tellStoreFailure(host, status.failure);
}

/** Durable when it resolves, before anything is sent. Returns the accounts whose sources have to be told. */
async function acknowledgeHere(
  host: CommandHost,
  store: InboxStore,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const details = await Promise.all(ids.map((id) => store.notification(id)));
  const known = details.filter((detail) => detail !== null);
  const told = new Set(known.filter(tellsSource(host)).map(({ account }) => account));
  const now = host.clock.now();
  if (known.length > 0) {
    const selection = { ids: known.map(({ id }) => id) };
    await store.acknowledge(selection, host.person, now, now, (account) => told.has(account));
  }
  // Whoever asks again wants the attempts that failed before to be made now.
  for (const account of told) await store.retryOutbox(account, now);
  return told;
}

const tellsSource =
  (host: CommandHost) =>
  ({ source }: Pick<NotificationDetail, 'source'>): boolean =>
    host.sourceNamed(source).acknowledgesUpstream;

/** One line of the answer. */
interface AcknowledgeLine {
  readonly id: string;
  readonly state: TriageState | null;
  readonly upstream: 'acknowledged' | 'queued' | 'not-supported' | null;
  /** Why it is not there yet; null where nothing went wrong. */
  readonly reason: Reason | null;
}

async function report(
  host: CommandHost,
  engine: Engine,
  ids: readonly string[],
  reachable: ReadonlySet<string>,
): Promise<ExitStatus> {
  let failures = 0;
  for (const id of ids) {
    const answer = await engine.api.notification({ id });
    const detail = answer.ok ? answer.value : null;
    const line = lineOf(host, id, detail, reachable);
    await host.output.line(line);
    if (line.reason === null) continue;
    failures += 1;
    host.output.say(`Notification ${id}: ${sentenceFor(line.reason, detail?.account)}`);
  }
  return failures === 0 && !host.stop.aborted ? 0 : 1;
}

function lineOf(
  host: CommandHost,
  id: string,
  detail: NotificationDetail | null,
  reachable: ReadonlySet<string>,
): AcknowledgeLine {
  if (detail === null) return { id, state: null, upstream: null, reason: 'not-found' };
  const { state, account } = detail;
  if (!tellsSource(host)(detail)) return { id, state, upstream: 'not-supported', reason: null };
  if (detail.upstream === 'acknowledged') return { id, state, upstream: 'acknowledged', reason: null };
  const reason = reachable.has(account) ? detail.acknowledgeFailure : NOT_IN_THE_FILE;
  return { id, state, upstream: 'queued', reason };
}

/** The reason of an acknowledgement that waits because its account was not named. */
const NOT_IN_THE_FILE = 'config-invalid';

const sentenceFor = (reason: Reason, account: string | undefined): string =>
  reason === NOT_IN_THE_FILE && account !== undefined
    ? `its account "${account}" is not in the accounts file, so the source was not told. Add the account and repeat this.`
    : failureSentence({ reason, detail: null });
