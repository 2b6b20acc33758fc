import type { AccountView, Bridge, BridgeEvent, ShellState } from '../../../shared/bridge.ts';
import type { DamagedFile } from '../../../shared/damaged-file.ts';
import type { ExportProgress } from '../../../shared/engine-api.ts';
import { failure, type Failure } from '../../../shared/failure.ts';
import { quietMinutesSchema } from '../../../shared/quiet.ts';
import { retentionDaysSchema } from '../../../shared/retention.ts';
import type { Preferences } from '../../../shared/settings.ts';
import { accountStatuses, accountViews } from './accounts.ts';
import { createArchive, type Archive } from './archive.ts';
import { lifeFrom, lifeNamed } from './lives.ts';
import { checkedKey } from './checked-key.ts';
import { createNetworkFixture } from './network.ts';
import { createOutbox } from './outbox.ts';
import { paymentLives } from './payment-lives.ts';
import type { Scenario } from './scenario.ts';

export interface Fixture {
  readonly bridge: Bridge;
  /** What was last put on the clipboard. */
  readonly copied: () => string;
  readonly emit: (event: BridgeEvent) => void;
  readonly arrive: (howMany: number) => void;
  readonly setEngine: (engine: ShellState['engine']) => void;
}

/** A bridge over an archive in memory: enough shell and engine to look at every screen and to walk through it. */
export function createFixture(scenario: Scenario): Fixture {
  const now = () => Date.now();
  const started = now();
  const archive = createArchive(scenario.rows, now, scenario.hostile, [
    ...scenario.lives.map((name) => lifeNamed(name, started)),
    // Real messages that a script has put there before the window came up.
    ...(window.messagesToShow ?? []).map((files) => lifeFrom(files, started)),
    ...(scenario.payments ? paymentLives(started) : []),
  ]);
  const dismissed = new Set<string>();
  const statuses = () =>
    accountStatuses(scenario, now(), started).map((status) => ({
      ...status,
      gaps: status.gaps.filter(({ from }) => !dismissed.has(`${status.id} ${from}`)),
    }));
  const listeners = new Set<(event: BridgeEvent) => void>();
  const emit = (event: BridgeEvent) => listeners.forEach((listener) => listener(event));
  let copied = '';
  let revision = 1;
  const changed = () => emit({ event: 'revision', revision: (revision += 1) });
  let shell = shellOf(scenario);
  let preferences: Preferences = {
    theme: scenario.theme,
    density: scenario.density,
    holdBackSeconds: scenario.holdBackSeconds,
    alerts: true,
    csvBom: true,
    csvFormulaGuard: true,
    closeToTray: true,
    quietMinutes: quietMinutesSchema.parse({}),
    retentionDays: retentionDaysSchema.parse({}),
    listBy: scenario.listBy,
  };
  const network = createNetworkFixture(scenario);
  let accounts: AccountView[] = accountViews(scenario, now());
  const outbox = createOutbox(archive, scenario, changed);

  const arrive = (howMany: number) => {
    archive.arrive(howMany);
    changed();
  };
  if (scenario.live > 0) setInterval(() => arrive(scenario.live), 2000);
  setInterval(() => emit({ event: 'status' }), 1000);

  const answer = async <T>(
    value: () => T,
  ): Promise<{ ok: true; value: T } | { ok: false; failure: Failure }> => {
    await new Promise((resolve) => setTimeout(resolve, scenario.latencyMs));
    if (shell.engine === 'restarting') return { ok: false, failure: failure('engine-stopped') };
    return { ok: true, value: value() };
  };
  const refuse = async (why: Failure) => ({ ok: false as const, failure: why });

  const bridge: Bridge = {
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    shellState: async () => ({ ok: true, value: shell }),
    preferences: async () => ({ ok: true, value: preferences }),
    setPreferences: async (next) => {
      preferences = next;
      return { ok: true, value: next };
    },
    status: () =>
      answer(() => ({
        revision,
        accounts: statuses(),
        counts: archive.counts('notification'),
        threadCounts: archive.counts('thread'),
        quiet: archive.quiet(),
        rereading: scenario.rereading ? { done: 41_200, total: 120_000 } : null,
        archiveBytes: archive.count() * 3200,
      })),
    page: ({ filter, by, after, limit }) => answer(() => archive.page(filter, by, after, limit)),
    facets: () => answer(() => archive.facets()),
    notification: ({ id }) =>
      Number(id) > 0 && Number(id) <= archive.count()
        ? answer(() => archive.detail(Number(id)))
        : refuse(failure('not-found')),
    thread: ({ id }) => answer(() => archive.thread(Number(id))),
    payload: ({ id, form }) =>
      answer(() => {
        const text = payloadOf(archive, Number(id), form);
        return { text, bytes: text.length, truncated: text.length > 100_000 };
      }),
    acknowledge: (selection) => {
      if (scenario.acknowledge === 'fails') return refuse(failure('store-full'));
      return answer(() => outbox.acknowledge(archive.matching(selection), preferences.holdBackSeconds));
    },
    undo: ({ change }) => answer(() => outbox.undo(change)),
    retryAcknowledgements: () => answer(() => outbox.retry()),
    pollNow: () => answer(() => null),
    checkKey: (material) => checkedKey(material, now()),
    dismissGap: ({ account, from }) =>
      answer(() => {
        dismissed.add(`${account} ${from}`);
        return null;
      }),
    refresh: async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { ok: true, value: { sentence: 'Asked again: nothing has changed since.' } };
    },
    networkState: () => answer(network.state),
    network: () => answer(network.view),
    chooseCertificates: () => answer(() => '/home/ann/office-root.pem'),
    setNetwork: (draft) => answer(() => network.save(draft)),
    accounts: () => answer(() => accounts),
    testAccount: async ({ account }) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return 'clientId' in account && account.clientId === 'wrong'
        ? refuse(failure('credentials-refused', { status: 401 }))
        : { ok: true, value: { sentence: 'Signed in. The box answers, and 3 notifications wait in it.' } };
    },
    saveAccount: ({ account }) =>
      answer(() => {
        const others = accounts.filter((view) => view.account.id !== account.id);
        accounts = [...others, { account, secret: 'held' }];
        return null;
      }),
    pauseAccount: ({ id, paused }) =>
      answer(() => {
        accounts = accounts.map((view) =>
          view.account.id === id ? { ...view, account: { ...view.account, paused } } : view,
        );
        return null;
      }),
    removeAccount: ({ id }) =>
      answer(() => {
        accounts = accounts.filter((view) => view.account.id !== id);
        return null;
      }),
    allowSessionSecrets: async () => {
      shell = { ...shell, secrets: { ...shell.secrets, protection: 'session' } };
      return { ok: true, value: shell.secrets };
    },
    exportFile: async ({ filter, format }) => {
      void runExport(
        archive.page(filter, 'notification', null, 1).total,
        `/home/broker/quayside.${format}`,
        emit,
      );
      return { ok: true, value: { job: 'export-1' } };
    },
    cancelExport: () => answer(() => null),
    showFile: async () => ({ ok: true, value: null }),
    printDeclaration: async ({ name }) => {
      if (scenario.print === 'cancels') return { ok: true, value: null };
      if (scenario.print === 'fails') return refuse(failure('store-full'));
      return { ok: true, value: { path: `/home/broker/Documents/${name}.pdf` } };
    },
    copyText: async ({ text }) => {
      copied = text;
      return { ok: true, value: null };
    },
    openLink: async () => ({ ok: true, value: null }),
  };
  return {
    bridge,
    copied: () => copied,
    emit,
    arrive,
    setEngine: (engine) => {
      shell = { ...shell, engine, silentSince: engine === 'silent' ? new Date().toISOString() : null };
      emit({ event: 'shell' });
    },
  };
}

function shellOf({ engine, secrets, fixed, demo, damaged }: Scenario): ShellState {
  return {
    version: '0.1.0',
    platform: 'linux',
    engine,
    silentSince: engine === 'silent' ? new Date(Date.now() - 14_000).toISOString() : null,
    refusal:
      engine === 'refused'
        ? failure('store-corrupt', { detail: 'quayside.db: database disk image is malformed (page 4127)' })
        : null,
    dataDirectory: '/home/broker/.config/Quayside',
    secrets: { protection: secrets, backend: secrets === 'keychain' ? 'gnome_libsecret' : 'basic_text' },
    damaged: damaged === 'none' ? [] : [damagedSettings(damaged), damagedSecrets(damaged)],
    accountsAreFixed: fixed,
    demo,
  };
}

const damagedSettings = (goesOnWith: DamagedFile['goesOnWith']): DamagedFile => ({
  what: 'settings',
  file: '/home/broker/.config/Quayside/settings.json',
  why: 'it holds nothing but zero bytes',
  keptAs: '/home/broker/.config/Quayside/settings.invalid-20261122-094011.json',
  goesOnWith,
  savedAt: goesOnWith === 'last-good' ? new Date(Date.now() - 3 * 3_600_000).toISOString() : null,
});

const damagedSecrets = (goesOnWith: DamagedFile['goesOnWith']): DamagedFile => ({
  ...damagedSettings(goesOnWith),
  what: 'secrets',
  file: '/home/broker/.config/Quayside/secrets.json',
  why: 'it is empty',
  keptAs: '/home/broker/.config/Quayside/secrets.invalid-20261122-094011.json',
});

function payloadOf(archive: Archive, number: number, form: 'pretty' | 'raw'): string {
  const kept = archive.payload(number);
  if (kept !== null) return kept;
  const { mrn, functionCode, type } = archive.row(number);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<MetaData>',
    '  <Response>',
    `    <FunctionCode>${functionCode ?? type}</FunctionCode>`,
    `    <Declaration><ID>${mrn ?? ''}</ID></Declaration>`,
    '  </Response>',
    '</MetaData>',
  ];
  return form === 'pretty' ? lines.join('\n') : lines.map((line) => line.trim()).join('');
}

async function runExport(total: number, path: string, emit: (event: BridgeEvent) => void): Promise<void> {
  const told = (state: ExportProgress['state'], rows: number): BridgeEvent => ({
    event: 'export',
    progress: { job: 'export-1', state, rows, total, path, guarded: state === 'done' ? 3 : 0, failure: null },
  });
  for (let part = 1; part <= 4; part += 1) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    emit(told('running', Math.floor((total * part) / 5)));
  }
  emit(told('done', total));
}
