import type { ReactElement } from 'react';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { fullTime } from '../ui/format.ts';

/** The last line of the page on paper: where it is from, and as of when. */
export function PrintedFooter(): ReactElement {
  const { seconds } = useServices();
  const minute = useStore(seconds, (now) => now - (now % 60_000));
  return (
    <p className="printed" aria-hidden="true">
      Quayside, printed {fullTime(new Date(minute).toISOString())}
    </p>
  );
}
