import type { Alert } from '../../../shared/engine-api.ts';
import type { NotificationRow } from '../../../shared/notification.ts';

type Urgency = Alert['urgency'];

const DAY_MS = 86_400_000;

/** What must be acted on and still leaves a person the time to finish something else, by DMS function code. */
const CAN_WAIT: ReadonlySet<string> = new Set(['06', '10', '11', '13', '15', '17', '18']);

/**
 * How an alert for what must be acted on is to interrupt. Documents are critical from 24 hours before their limit on;
 * what is not known to leave time is critical. `deadline` is an instant, `now` epoch milliseconds.
 */
export function urgencyOf(
  { kind, functionCode }: Pick<NotificationRow, 'kind' | 'functionCode'>,
  deadline: string | null,
  now: number,
): Urgency {
  if (kind !== 'dms' || functionCode === null || !CAN_WAIT.has(functionCode)) return 'critical';
  return functionCode === '06' && isNear(deadline, now) ? 'critical' : 'normal';
}

/** Whether a limit is 24 hours away or less, or over. */
export const isNear = (deadline: string | null, now: number): boolean =>
  deadline !== null && Date.parse(deadline) - now <= DAY_MS;

/** Several that speak with one voice are as urgent as the most urgent of them. */
export const highestOf = (urgencies: readonly Urgency[]): Urgency =>
  urgencies.includes('critical') ? 'critical' : 'normal';
