import type { ReactElement } from 'react';
import type { Instant } from '../../shared/notification.ts';
import { fullTime } from './format.ts';

/** A time as short as it is clear, with the whole of it on hover. */
export function Moment({ at, children }: { readonly at: Instant; readonly children: string }): ReactElement {
  return (
    <time dateTime={at} title={fullTime(at)}>
      {children}
    </time>
  );
}
