import type { ReactElement } from 'react';
import type { Instant } from '../../shared/notification.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { dayTime, span } from './format.ts';
import { Moment } from './moment.tsx';

/** A limit and how long it is until then, by the second where seconds count. */
export function Countdown({ at }: { readonly at: Instant }): ReactElement {
  const { seconds } = useServices();
  const now = useStore(seconds);
  const left = Date.parse(at) - now;
  return (
    <span className={left < 0 ? 'deadline past' : 'deadline'}>
      <Moment at={at}>{dayTime(at, now)}</Moment>,{' '}
      {left < 0 ? `passed ${span(-left)} ago` : `in ${span(left)}`}
    </span>
  );
}
