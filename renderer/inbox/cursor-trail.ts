/**
 * Where each page begins, as far as the list has been walked. Keyset paging knows only the next cursor;
 * the trail keeps those passed, so that a page far up or down can be asked for by its number.
 */
export interface CursorTrail {
  /** The cursor to ask page `number` with; undefined where the trail does not reach. */
  cursor(number: number): string | null | undefined;
  /** Notes what page `number` answered; null ends the trail there. */
  learn(number: number, next: string | null): void;
  /** The highest page number that can be asked for. */
  reach(): number;
}

export function createCursorTrail(): CursorTrail {
  let starts: (string | null)[] = [null];
  return {
    cursor: (number) => starts[number],
    learn: (number, next) => {
      if (next === null) starts = starts.slice(0, number + 1);
      else if (number < starts.length) starts[number + 1] = next;
    },
    reach: () => starts.length - 1,
  };
}
