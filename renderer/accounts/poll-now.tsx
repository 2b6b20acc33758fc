import { useState, type ReactElement } from 'react';
import type { AccountStatus } from '../../shared/status.ts';
import { quietUntil } from '../app/health-words.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { shortTime } from '../ui/format.ts';

interface PollNowProps {
  readonly status: AccountStatus | undefined;
  /** `despiteQuiet`: although the source wants to be left alone, of which the person has been warned. */
  readonly onPoll: (despiteQuiet: boolean) => void;
}

/** Asks at once; where the source has asked to be left alone, only after a warning. */
export function PollNow({ status, onPoll }: PollNowProps): ReactElement {
  const { seconds } = useServices();
  const now = useStore(seconds);
  const [isWarned, setWarned] = useState(false);
  const until = status === undefined ? null : quietUntil(status);

  function answer(insists: boolean) {
    setWarned(false);
    if (insists) onPoll(true);
  }
  if (until === null || !isWarned) {
    return (
      <button type="button" onClick={() => (until === null ? onPoll(false) : setWarned(true))}>
        {until === null ? 'Poll now' : 'Poll now…'}
      </button>
    );
  }
  return (
    <span role="group" aria-label="Poll now" className="row-of-buttons">
      <span role="alert" className="warn">
        The source asked to be left alone until {shortTime(until, now)}. Asking sooner may make it refuse for
        longer, for every account with this client id.
      </span>
      <button type="button" onClick={() => answer(true)}>
        Poll all the same
      </button>
      <button type="button" autoFocus onClick={() => answer(false)}>
        Wait
      </button>
    </span>
  );
}
