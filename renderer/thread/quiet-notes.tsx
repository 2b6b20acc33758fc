import { useId, type ReactElement } from 'react';
import type { QuietNotice } from '../../shared/quiet.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { DayTime } from '../ui/day-time.tsx';
import { Icon } from '../ui/icon.tsx';
import { quietLines } from './quiet-lines.ts';

/** What was expected by now and has not come, each with what to do about it. */
export function QuietNotes({ quiet }: { readonly quiet: readonly QuietNotice[] }): ReactElement | null {
  const heading = useId();
  const { seconds } = useServices();
  const minute = useStore(seconds, (now) => now - (now % 60_000));
  if (quiet.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>Not come yet</h3>
      <ul className="quiet-notes">
        {quietLines(quiet, minute).map(({ notice, title, meaning, nextStep }) => (
          <li key={notice.rule}>
            <Icon name="clock" />
            <div>
              <p>
                <strong>{title}</strong>{' '}
                <span className="dim">
                  {notice.rule === 'documents' ? 'limit' : 'waiting since'} <DayTime at={notice.at} />
                </span>
              </p>
              <p>{nextStep}</p>
              <p className="dim">{meaning}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
