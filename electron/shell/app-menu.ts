import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { BridgeEvent } from '../../shared/bridge.ts';

export type WindowCommand = Extract<BridgeEvent, { event: 'command' }>['command'];

/** Sets the application's menu. Its Edit roles are what makes copy and paste work on macOS. */
export function setAppMenu(
  onCommand: (command: WindowCommand) => void,
  onLicences: () => void,
  isPackaged: boolean,
): void {
  const isMac = process.platform === 'darwin';
  const item = (label: string, command: WindowCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => onCommand(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const settings = item('Settings…', 'settings', 'CommandOrControl+,');
  const accounts = item('Accounts…', 'accounts');
  const appMenu: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      settings,
      accounts,
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  };
  const menu = Menu.buildFromTemplate([
    ...(isMac ? [appMenu] : []),
    {
      label: 'File',
      submenu: [
        item('Export…', 'export', 'CommandOrControl+E'),
        { type: 'separator' },
        ...(isMac ? [] : [settings, accounts, { type: 'separator' as const }]),
        { role: 'close' },
        ...(isMac ? [] : [{ role: 'quit' as const }]),
      ],
    },
    {
      label: 'Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        item('Find', 'search', 'CommandOrControl+F'),
      ],
    },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(isPackaged ? [] : [{ role: 'reload' as const }, { role: 'toggleDevTools' as const }]),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [item('Keyboard shortcuts', 'keys'), { label: 'Licences', click: onLicences }] },
  ]);
  Menu.setApplicationMenu(menu);
}
