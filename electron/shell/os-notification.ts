import { Notification } from 'electron';
import type { Alert } from '../../shared/engine-api.ts';
import type { OsNotification } from './alerts.ts';

export const areNotificationsSupported = (): boolean => Notification.isSupported();

/** Linux tells that it failed and nothing more. */
const NO_REASON = 'the desktop did not take it';

/**
 * A notification of the operating system. A critical one stays until it is read, whatever else the desktop keeps
 * quiet; a normal one is as long on the screen as the desktop shows any.
 */
export function createOsNotification({
  title,
  body,
  urgency,
}: Pick<Alert, 'title' | 'body' | 'urgency'>): OsNotification {
  const timeoutType = urgency === 'critical' ? 'never' : 'default';
  const notification = new Notification({ title, body, urgency, timeoutType });
  return {
    onShown: (listener) => void notification.once('show', listener),
    onFailed: (listener) => void notification.once('failed', (_event, error) => listener(error || NO_REASON)),
    onClick: (listener) => void notification.on('click', listener),
    show: () => notification.show(),
    close: () => notification.close(),
  };
}
