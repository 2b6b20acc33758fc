import { app, Menu, Tray, type MenuItemConstructorOptions } from 'electron';
import type { ShellClock } from './shell-clock.ts';
import { trayPicture } from './tray-picture.ts';
import { callLine, needingAction, trayHeadline, trayTooltip, type TrayView } from './tray-text.ts';

export interface TrayOptions {
  readonly clock: ShellClock;
  readonly onOpen: () => void;
  readonly onOpenNotification: (id: string) => void;
  readonly onPauseAll: (paused: boolean) => void;
  readonly onQuit: () => void;
  readonly log: (line: string) => void;
}

export interface TrayCorner {
  /** False where the platform would not make an icon: closing the window then quits. */
  readonly exists: boolean;
  readonly show: (view: TrayView, isAllPaused: boolean) => void;
}

/** The icon in the corner and the badge of the app, both from the engine's status alone. */
export function createTray(options: TrayOptions): TrayCorner {
  const tray = makeTray(options);
  let drawn = '';
  let listed = '';

  return { exists: tray !== null, show };

  function show(view: TrayView, isAllPaused: boolean): void {
    const count = needingAction(view);
    app.setBadgeCount(count);
    if (tray === null || tray.isDestroyed()) return;
    tray.setToolTip(trayTooltip(view, (instant) => localTime(instant, options.clock.now())));
    const icon = String(Math.min(count, 10));
    if (icon !== drawn) tray.setImage(trayPicture(count));
    drawn = icon;
    if (process.platform === 'darwin') tray.setTitle(count === 0 ? '' : String(count));
    // Only when a line of it changes: a new menu closes the one that is open.
    const calls = view.calls.map(({ id }) => id).join(' ');
    const lines = [trayHeadline(view), isAllPaused, calls, ...view.calls.map(callLine)].join('\n');
    if (lines !== listed) tray.setContextMenu(Menu.buildFromTemplate(menuItems(options, view, isAllPaused)));
    listed = lines;
  }
}

function makeTray({ onOpen, log }: TrayOptions): Tray | null {
  try {
    const tray = new Tray(trayPicture(0));
    tray.on('click', onOpen);
    tray.setToolTip('Quayside: starting');
    return tray;
  } catch (error) {
    log(`There is no tray here: ${error instanceof Error ? error.message : 'unknown'}`);
    return null;
  }
}

function menuItems(options: TrayOptions, view: TrayView, isAllPaused: boolean): MenuItemConstructorOptions[] {
  return [
    { label: trayHeadline(view), enabled: false },
    ...view.calls.map((row) => ({
      label: menuText(callLine(row)),
      click: () => options.onOpenNotification(row.id),
    })),
    { type: 'separator' },
    { label: 'Open Quayside', click: options.onOpen },
    {
      label: 'Pause polling until quit',
      type: 'checkbox',
      checked: isAllPaused,
      click: () => options.onPauseAll(!isAllPaused),
    },
    { type: 'separator' },
    { label: 'Quit Quayside', click: options.onQuit },
  ];
}

/** In a label of a menu an ampersand marks the letter behind it, unless it is doubled. */
const menuText = (text: string): string => text.replaceAll('&', '&&');

const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** `09:41:07` today, `20 Nov 09:41:07` on another day. `now` is epoch milliseconds. */
function localTime(instant: string, now: number): string {
  const at = new Date(instant);
  const day = DAY.format(at);
  return day === DAY.format(new Date(now)) ? TIME.format(at) : `${day} ${TIME.format(at)}`;
}
