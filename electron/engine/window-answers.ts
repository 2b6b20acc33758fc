import type { CallAnswer, EngineApi, WindowCallName } from '../../shared/engine-api.ts';
import { failure } from '../../shared/failure.ts';
import { failed, ok } from '../../shared/result.ts';
import type { EngineStatus } from '../../shared/status.ts';
import { prettyPayload } from './decode/pretty.ts';
import type { ExportJobs } from './export-jobs.ts';
import { importKey } from './keys/open-key.ts';
import { acknowledgedSentence, undoneSentence } from './inbox/triage-sentence.ts';
import type { Network } from './network/network.ts';
import { refreshedSentence } from './refreshed-sentence.ts';
import type { Runners } from './runners.ts';
import type { InboxStore } from './store/store.ts';
import { threadOf } from './thread-of.ts';
import type { Clock } from './time/clock.ts';

export interface WindowAnswerOptions {
  readonly store: InboxStore;
  readonly clock: Clock;
  readonly network: Network;
  readonly runners: Runners;
  readonly exports: ExportJobs;
  /** How long an acknowledgement stays here before it leaves, in milliseconds. */
  readonly holdBackMs: () => number;
  readonly status: () => Promise<EngineStatus>;
  readonly onStatus: () => void;
}

/** A person of this machine; several people on one inbox are a later story. */
const PERSON = 'you';

/** What fits on a screen and through a port without a stutter. */
const LONGEST_PAYLOAD_TEXT = 400_000;

/** The engine's answers to the window. A `StoreError` becomes a failure at the port, not here. */
export function createWindowAnswers(options: WindowAnswerOptions): Pick<EngineApi, WindowCallName> {
  const { store, clock, runners } = options;

  return {
    status: async () => ok(await options.status()),
    page: async ({ filter, by, after, limit }) =>
      ok(
        by === 'thread'
          ? await store.pageThreads(filter, after, limit)
          : await store.page(filter, after, limit),
      ),
    networkState: async () => ok(options.network.state()),
    facets: async () => ok(await store.facets()),
    notification: async ({ id }) => {
      const found = await store.notification(id);
      return found === null ? failed(failure('not-found', { detail: `notification ${id}` })) : ok(found);
    },
    thread: async ({ id }) => {
      const thread = await threadOf(store, id);
      return thread === null ? failed(failure('not-found', { detail: `notification ${id}` })) : ok(thread);
    },
    payload: async ({ id, form }) => payloadText(id, form),
    acknowledge: async (selection) => {
      const now = clock.now();
      const change = await store.acknowledge(
        selection,
        PERSON,
        now,
        now + options.holdBackMs(),
        (account, source) => runners.acknowledgesUpstream(account, source),
      );
      runners.pokeOutboxes();
      return ok({ changed: change.changed, change: change.change, sentence: acknowledgedSentence(change) });
    },
    undo: async ({ change }) => {
      const undone = await store.undo(change, PERSON, clock.now());
      return ok({ changed: undone.changed, change: null, sentence: undoneSentence(undone) });
    },
    retryAcknowledgements: async ({ account }) => {
      await store.retryOutbox(account, clock.now());
      runners.pokeOutboxes();
      return ok(null);
    },
    checkKey: async (material) => {
      const imported = importKey(material, clock.now());
      return imported.ok ? ok(imported.value.info) : imported;
    },
    dismissGap: async ({ account, from, to }) => {
      const isKnown = await store.dismissGap(account, Date.parse(from), Date.parse(to), PERSON, clock.now());
      options.onStatus();
      return isKnown ? ok(null) : failed(failure('not-found', { detail: `gap of ${account}` }));
    },
    refresh: async ({ id }) => refreshed(id),
    pollNow: async ({ account, despiteQuiet }) => {
      if (despiteQuiet === true) runners.insist(account);
      else runners.pollNow(account);
      return ok(null);
    },
    cancelExport: async ({ job }) =>
      options.exports.cancel(job) ? ok(null) : failed(failure('not-found', { detail: `export ${job}` })),
  };

  async function refreshed(id: string): Promise<CallAnswer<'refresh'>> {
    const before = await store.notification(id);
    if (before === null) return failed(failure('not-found', { detail: `notification ${id}` }));
    const runner = runners.of(before.account);
    if (runner === null) return failed(failure('not-found', { detail: `account ${before.account}` }));
    const outcome = await (runner.refresher?.refresh(before.remoteId) ?? failed(failure('not-supported')));
    if (!outcome.ok) return outcome;
    const after = await store.notification(id);
    return ok({ sentence: refreshedSentence(before.upstream, after?.upstream ?? null) });
  }

  async function payloadText(id: string, form: 'pretty' | 'raw'): Promise<CallAnswer<'payload'>> {
    const payload = await store.payload(id);
    if (payload === null) return failed(failure('not-found', { detail: `notification ${id}` }));
    const text = new TextDecoder().decode(payload.bytes);
    const shown = form === 'pretty' ? prettyPayload(text) : text;
    return ok({
      text: shown.slice(0, LONGEST_PAYLOAD_TEXT),
      bytes: payload.bytes.byteLength,
      truncated: shown.length > LONGEST_PAYLOAD_TEXT,
    });
  }
}
