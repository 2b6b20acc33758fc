import {
  BrowserWindow,
  nativeTheme,
  screen,
  type NativeImage,
  type Session,
  type WebContents,
} from 'electron';
import { EVENT_CHANNEL } from '../../shared/bridge-names.ts';
import type { BridgeEvent } from '../../shared/bridge.ts';
import type { WindowState } from '../../shared/settings.ts';
import { APP_START } from './app-files.ts';
import { coalesced } from './coalesced.ts';
import { keepPageAlive } from './page-recovery.ts';
import type { ShellClock } from './shell-clock.ts';
import { fitToDisplays } from './window-bounds.ts';

export interface MainWindowOptions {
  readonly clock: ShellClock;
  readonly session: Session;
  /** Path of the bundled preload script. */
  readonly preload: string;
  readonly icon: NativeImage;
  readonly isPackaged: boolean;
  /** Loaded, but not on screen until somebody opens it. */
  readonly isHidden: boolean;
  readonly remembered: WindowState;
  readonly remember: (state: WindowState) => void;
  /** A person closed the window; it stays open until this has decided. */
  readonly onClose: () => void;
  readonly log: (line: string) => void;
}

export interface MainWindow {
  /** Null once it is destroyed. */
  readonly page: () => WebContents | null;
  /** Brings it before the person, wherever it was. */
  readonly show: () => void;
  readonly hide: () => void;
  /** Tells the page; what is told before it is loaded is told then. */
  readonly send: (event: BridgeEvent) => void;
  /** Resolves when the page has been loaded once. */
  readonly loaded: Promise<void>;
  /** Remembers its place; from now on closing closes. */
  readonly release: () => void;
}

const REMEMBER_EVERY_MS = 1_000;
/** Events that wait for a page that is slow to load; the newest count. */
const MOST_EARLY = 50;

/** Opens the one window: a stranger without Node, in a sandbox, on our own scheme. */
export function openMainWindow(options: MainWindowOptions): MainWindow {
  const { remembered } = options;
  const [primary, others] = [screen.getPrimaryDisplay(), screen.getAllDisplays()];
  const workAreas = [primary, ...others.filter(({ id }) => id !== primary.id)].map(
    ({ workArea }) => workArea,
  );
  const window = new BrowserWindow({
    ...fitToDisplays(remembered, workAreas),
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Quayside',
    icon: options.icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#141816' : '#f5f6f4',
    webPreferences: {
      preload: options.preload,
      session: options.session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false,
      devTools: !options.isPackaged,
    },
  });
  let early: BridgeEvent[] | null = [];
  let isReleased = false;

  const loaded = new Promise<void>((resolve) => {
    window.webContents.once('did-finish-load', () => {
      const told = early ?? [];
      early = null;
      for (const event of told) send(event);
      resolve();
    });
  });
  window.once('ready-to-show', () => {
    if (remembered.maximised) window.maximize();
    if (!options.isHidden) window.show();
    else if (remembered.maximised) window.hide();
  });
  window.on('close', (event) => {
    options.remember(stateOf(window));
    if (isReleased) return;
    event.preventDefault();
    options.onClose();
  });
  const remember = coalesced(options.clock, REMEMBER_EVERY_MS, () => {
    if (!window.isDestroyed()) options.remember(stateOf(window));
  });
  window.on('resize', remember);
  window.on('move', remember);
  keepPageAlive(window, options);
  void window.loadURL(APP_START).catch(() => options.log('The window’s page could not be loaded.'));

  return {
    page: () => (window.isDestroyed() ? null : window.webContents),
    show: () => {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    hide: () => window.hide(),
    send,
    loaded,
    release: () => {
      isReleased = true;
      if (!window.isDestroyed()) options.remember(stateOf(window));
    },
  };

  function send(event: BridgeEvent): void {
    if (early !== null) early = [...early, event].slice(-MOST_EARLY);
    else if (!window.isDestroyed() && !window.webContents.isCrashed()) {
      window.webContents.send(EVENT_CHANNEL, event);
    }
  }
}

function stateOf(window: BrowserWindow): WindowState {
  const { x, y, width, height } = window.getNormalBounds();
  return {
    x,
    y,
    width: Math.max(width, 640),
    height: Math.max(height, 400),
    maximised: window.isMaximized(),
  };
}
