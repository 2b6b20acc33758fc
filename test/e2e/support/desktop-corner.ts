import type { ElectronApplication } from '@playwright/test';

/** The badge of the app and the tooltip of its tray icon, as the desktop was last told. */
export interface DesktopCorner {
  readonly badge: number | null;
  readonly tooltip: string | null;
}

/** Listens at Electron's own calls, for neither can be read back. Returns what was told since. */
export async function watchDesktopCorner(
  electron: ElectronApplication,
): Promise<() => Promise<DesktopCorner>> {
  await electron.evaluate(({ app, Tray }) => {
    const told: { badge: number | null; tooltip: string | null } = { badge: null, tooltip: null };
    const setBadgeCount = app.setBadgeCount.bind(app);
    app.setBadgeCount = (count) => {
      told.badge = count ?? null;
      return setBadgeCount(count);
    };
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the tray below
    const { setToolTip } = Tray.prototype;
    Tray.prototype.setToolTip = function (text) {
      told.tooltip = text;
      setToolTip.call(this, text);
    };
    Object.assign(globalThis, { desktopCorner: told });
  });
  return () =>
    electron.evaluate(() => (globalThis as unknown as { desktopCorner: DesktopCorner }).desktopCorner);
}
