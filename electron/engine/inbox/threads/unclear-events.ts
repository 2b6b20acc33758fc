import { UNCLEAR_ANSWER, UNKNOWN_EXIT, type Life } from './life.ts';
import { isFollowedUp } from './open-events.ts';
import { noteWords } from './status-words.ts';

/** An event that says that something happened but not how it went, by its place in the life. */
export interface UnclearEvent {
  readonly at: number;
  readonly note: string;
}

/** What somebody must look up, because no message tells it; oldest first. */
export const unclearEvents = (life: Life): readonly UnclearEvent[] =>
  [unclearAnswer(life), unknownExit(life)].flat().sort((a, b) => a.at - b.at);

/** Only the latest that nothing came of; two requests may have been answered so. */
function unclearAnswer(life: Life): readonly UnclearEvent[] {
  const open = life.places(UNCLEAR_ANSWER).filter((at) => !isFollowedUp(life, at));
  return open.slice(-1).map((at) => ({ at, note: noteWords.unclear }));
}

function unknownExit(life: Life): readonly UnclearEvent[] {
  const at = life.last(UNKNOWN_EXIT);
  return at < 0 || life.has('16') ? [] : [{ at, note: noteWords.unknownExit }];
}
