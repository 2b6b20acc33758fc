import type { ReactElement } from 'react';
import type { Instant } from '../../shared/notification.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { dayTime } from './format.ts';
import { Moment } from './moment.tsx';

/** A moment with its day; the year is left out in the year itself. */
export function DayTime({ at }: { readonly at: Instant }): ReactElement {
  const { seconds } = useServices();
  const today = useStore(seconds, (now) => new Date(now).setHours(0, 0, 0, 0));
  return <Moment at={at}>{dayTime(at, today)}</Moment>;
}
