import { Notification } from 'electron';
import type { OsNotification } from './alerts.ts';

export const areNotificationsSupported = (): boolean => Notification.isSupported();

/** Linux tells that it failed and nothing more. */
const NO_REASON = 'the desktop did not take it';

/** A notification of the operating system that stays until it is read: what alerts cannot wait. */
export function createOsNotification(title: string, body: string): OsNotification {
  const notification = new Notification({ title, body, urgency: 'critical', timeoutType: 'never' });
  return {
    onShown: (listener) => void notification.once('show', listener),
    onFailed: (listener) => void notification.once('failed', (_event, error) => listener(error || NO_REASON)),
    onClick: (listener) => void notification.on('click', listener),
    show: () => notification.show(),
    close: () => notification.close(),
  };
}
