import { join } from 'node:path';
import { app, clipboard, nativeTheme, net, powerMonitor, safeStorage, session, shell } from 'electron';
import type { ShellState } from '../../shared/bridge.ts';
import type { CallParams, EngineEvent } from '../../shared/engine-api.ts';
import type { EngineStatus } from '../../shared/status.ts';
import { createAccountDesk } from './accounts.ts';
import { createAlertDesk } from './alert-desk.ts';
import { createAlerts } from './alerts.ts';
import { listAppFiles } from './app-files.ts';
import { setAppMenu } from './app-menu.ts';
import { serveAppFiles } from './app-protocol.ts';
import { coalesced } from './coalesced.ts';
import { createDamageDesk } from './damage-desk.ts';
import { askForCertificates, askWhereToExport, askWhereToPrint, tell } from './dialogs.ts';
import { openEngineLink, type EngineState } from './engine-link.ts';
import { forkEngine } from './engine-process.ts';
import { createExports } from './exports.ts';
import { closeToNetwork, guardEverything } from './guards.ts';
import { openKeychain } from './keychain.ts';
import { openMainWindow } from './main-window.ts';
import { createNetworkDesk } from './network-desk.ts';
import { watchNetwork } from './network-watch.ts';
import { areNotificationsSupported, createOsNotification } from './os-notification.ts';
import { printPage } from './page-print.ts';
import { isSameConfiguration } from './preferences.ts';
import { createPrinting, type WriteFile } from './printing.ts';
import { openSecrets } from './secrets.ts';
import { openSettingsWriter } from './settings-writer.ts';
import { openSettings } from './settings.ts';
import { createShellCalls } from './shell-calls.ts';
import type { ShellClock } from './shell-clock.ts';
import { serveStartRequests } from './start-requests.ts';
import type { StartUp } from './start-up.ts';
import { createSystemProxy } from './system-proxy.ts';
import { createTray } from './tray.ts';
import { hasTrayHost } from './tray-host.ts';
import { drawnIcon } from './tray-picture.ts';
import { answerWindowCalls } from './window-calls.ts';
import { withResolver } from './with-resolver.ts';

export interface ShellOptions {
  readonly start: StartUp;
  readonly clock: ShellClock;
  readonly stateDirectory: string;
  /** Where the office sets up this computer's copies of Quayside. */
  readonly policyFile: string;
  /** Where the build left its files. */
  readonly files: {
    readonly host: string;
    readonly preload: string;
    readonly renderer: string;
    readonly licences: string;
  };
  readonly writeFile: WriteFile;
  /** One line for stderr. */
  readonly say: (line: string) => void;
}

/** How often the window and the tray are told of a new state, at most. */
const TELL_EVERY_MS = 100;
const TRAY_EVERY_MS = 500;
/** What the tray's menu lists. */
const NEWEST_CALLS = {
  ...{ filter: { needsAction: true }, by: 'thread', after: null, limit: 3 },
} satisfies CallParams<'page'>;

/** Builds the shell and connects its parts, once the app is ready. Throws where its own files cannot be read. */
export async function openShell(options: ShellOptions): Promise<void> {
  const { start, clock, say } = options;
  const ending = new AbortController();
  let status: EngineStatus | null = null;
  let revision = 0;
  guardEverything(app.isPackaged);

  const fixed = start.fixedAccounts?.accounts ?? null;
  const damage = createDamageDesk({ accountsAreFixed: fixed !== null, say, tell });
  const settings = openSettings({
    folder: start.profile,
    clock,
    openWriter: () => openSettingsWriter(start.profile),
    onDamage: damage.add,
  });
  const preferences = () => settings.current().preferences;
  nativeTheme.themeSource = preferences().theme;
  const keychain = await openKeychain(safeStorage);
  const secrets = openSecrets({
    file: join(start.profile, 'secrets.json'),
    keychain,
    clock,
    onDamage: damage.add,
  });

  // In memory only: nothing that the window shows is left in a browser's cache on disk.
  const windowSession = session.fromPartition('quayside');
  await closeToNetwork(windowSession);
  const decided = withResolver<EngineState>();
  const engine = openEngineLink({
    start: () => forkEngine(options.files.host),
    open: {
      dataDirectory: start.archive,
      stateDirectory: options.stateDirectory,
      policyFile: options.policyFile,
    },
    clock,
    onEvent: onEngineEvent,
    onState: (state) => {
      if (state.engine === 'running' || state.engine === 'refused') decided.resolve(state);
      if (state.refusal !== null)
        say(`The archive was refused: ${state.refusal.reason}. ${state.refusal.detail ?? ''}`);
      window.send({ event: 'shell' });
      refreshTray();
    },
    log: say,
  });
  const tellSystemProxy = createSystemProxy(() => session.defaultSession, engine.call);
  const network = createNetworkDesk({ settings, secrets, fixed: start.fixedAccounts?.network ?? null });
  const accounts = createAccountDesk({
    settings,
    secrets,
    callEngine: engine.call,
    openedNetwork: network.opened,
    clock,
    fixed,
  });
  const alerts = createAlerts({
    clock,
    areOn: () => preferences().alerts,
    isSupported: areNotificationsSupported,
    create: createOsNotification,
    onClick: ({ notifications: [notification], accounts: [account] }) => {
      window.show();
      if (notification !== undefined) window.send({ event: 'open', notification });
      else if (account !== undefined) window.send({ event: 'open-account', account });
    },
  });
  const alertDesk = createAlertDesk({ alerts, callEngine: engine.call, clock });
  const exports = createExports({
    clock,
    callEngine: engine.call,
    askWhereToSave: askWhereToExport,
    showInFolder: (path) => shell.showItemInFolder(path),
  });

  serveAppFiles(windowSession, listAppFiles(options.files.renderer));
  const window = openMainWindow({
    clock,
    session: windowSession,
    preload: options.files.preload,
    icon: drawnIcon(256),
    isPackaged: app.isPackaged,
    isHidden: start.commandLine.hidden,
    remembered: settings.current().window,
    remember: (state) => void settings.update((current) => ({ ...current, window: state })),
    onClose: () => void closeOrHide(),
    log: say,
  });
  damage.follow(() => window.send({ event: 'shell' }));
  const tray = createTray({
    clock,
    onOpen: () => window.show(),
    onOpenNotification: (notification) => {
      window.show();
      window.send({ event: 'open', notification });
    },
    onPauseAll: (paused) => void accounts.pauseAll(paused).then(refreshTray),
    onQuit: () => void quit(0),
    log: say,
  });
  const refreshTray = coalesced(clock, TRAY_EVERY_MS, async () => {
    const answer = engine.state().engine === 'running' ? await engine.call('status', null) : null;
    if (answer?.ok === true) status = answer.value;
    const newest = engine.state().engine === 'running' ? await engine.call('page', NEWEST_CALLS) : null;
    const calls = newest?.ok === true ? newest.value.rows : [];
    tray.show({ engine: engine.state().engine, status, calls }, accounts.isAllPaused());
  });
  const tellRevision = coalesced(clock, TELL_EVERY_MS, () => window.send({ event: 'revision', revision }));
  const tellStatus = coalesced(clock, TELL_EVERY_MS, () => window.send({ event: 'status' }));

  answerWindowCalls({
    page: window.page,
    callEngine: engine.call,
    log: say,
    shellCalls: createShellCalls({
      settings,
      secrets,
      accounts,
      network,
      exports,
      printing: createPrinting({
        printPage: (title) => printPage(window.page(), title),
        askWhereToSave: askWhereToPrint,
        writeFile: options.writeFile,
        log: say,
      }),
      shellState,
      onPreferences: (now, earlier) => {
        nativeTheme.themeSource = now.theme;
        if (!isSameConfiguration(now, earlier)) void accounts.configure();
      },
      tellWindow: window.send,
      askForCertificates,
      copyText: async (text) => clipboard.writeText(text),
      openExternal: (url) => shell.openExternal(url),
    }),
  });
  setAppMenu(
    (command) => {
      window.show();
      window.send({ event: 'command', command });
    },
    () => void shell.openPath(options.files.licences),
    app.isPackaged,
  );

  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  // The window hides or the app quits; Electron's own habit of quitting with the last window is not wanted.
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', (event) => {
    event.preventDefault();
    void quit(0);
  });
  powerMonitor.on('resume', () => void engine.call('woke', null).then(() => alertDesk.askForPending()));
  powerMonitor.on('unlock-screen', () => void alertDesk.askForPending());
  void alertDesk.retryFailed(ending.signal);
  void watchNetwork({
    clock,
    isOnline: () => net.isOnline(),
    onChange: (online) => void engine.call('networkChanged', { online }),
    signal: ending.signal,
  });
  serveStartRequests(start.commandLine, {
    clock,
    window,
    engineDecided: decided.promise,
    quit: (code) => void quit(code),
    say,
  });

  function onEngineEvent(event: EngineEvent): void {
    switch (event.event) {
      case 'ready':
        return void configureEngine();
      case 'refused':
        return;
      case 'revision':
        revision = event.revision;
        tellRevision();
        return refreshTray();
      case 'status':
        tellStatus();
        return refreshTray();
      case 'alert':
        return void alertDesk.onAlert(event.alert);
      case 'alert-over':
        return alerts.withdraw(event.alert);
      case 'proxyWanted':
        return void tellSystemProxy(event.ask, event.url);
      case 'export':
        exports.onProgress(event.progress);
        return window.send(event);
    }
  }

  async function configureEngine(): Promise<void> {
    const configured = await accounts.configure();
    if (!configured.ok) say(`The accounts could not be handed to the engine: ${configured.failure.reason}.`);
    await alertDesk.askForPending();
  }

  function shellState(): ShellState {
    return {
      version: app.getVersion(),
      platform: process.platform,
      ...engine.state(),
      dataDirectory: start.archive,
      secrets: secrets.backend(),
      damaged: [...damage.list()],
      accountsAreFixed: fixed !== null,
      demo: start.commandLine.demo,
    };
  }

  async function closeOrHide(): Promise<void> {
    const isHidden = preferences().closeToTray && tray.exists && (await hasTrayHost());
    if (isHidden || process.platform === 'darwin') window.hide();
    else await quit(0);
  }

  async function quit(code: number): Promise<void> {
    if (ending.signal.aborted) return;
    ending.abort();
    window.release();
    await engine.stop();
    app.exit(code);
  }
}
