import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/failure.ts';
import { failed, ok } from '../../shared/result.ts';
import { createFirstRounds } from './first-rounds.ts';
import type { RoundProgress } from './poll-tally.ts';
import type { PollOutcome } from './sources/source.ts';

const drained = ok({ more: false });
const backlogLeft = ok({ more: true });
const down = failure('server-error');
const fault = failed(down);
const noBox = failure('box-not-found');
const refused = failed(noBox);

type Ended = readonly [PollOutcome, RoundProgress?];

/** What settles once rounds of one account have ended like this. */
async function after(...rounds: readonly Ended[]) {
  const first = createFirstRounds();
  first.expect(['a']);
  for (const [outcome, progress = 'none'] of rounds) first.ended('a', outcome, progress);
  return first.settled();
}

describe('waiting for the first rounds', () => {
  it('is over when every account is drained', async () => {
    const rounds = createFirstRounds();
    rounds.expect(['a', 'b']);
    rounds.ended('a', backlogLeft, 'news');
    rounds.ended('b', drained, 'none');
    expect(rounds.open()).toEqual(['a']);
    rounds.ended('a', drained, 'none');
    expect([rounds.open(), await rounds.settled()]).toEqual([[], new Map()]);
  });

  it('has not had all where something that was listed is gone, whatever comes after', async () => {
    const gone = failure('message-gone');
    const loss = ok({ more: true, gone: ['m'] });
    expect([
      await after([ok({ more: false, gone: ['m'] })]),
      await after([loss], [backlogLeft, 'news'], [fault], [backlogLeft, 'further'], [drained]),
    ]).toEqual([new Map([['a', gone]]), new Map([['a', gone]])]);
  });

  it('waits through failures that waiting can mend, three in a row at most', async () => {
    expect([
      await after([fault], [fault], [backlogLeft, 'further'], [fault], [fault], [drained]),
      await after([fault], [fault], [fault]),
    ]).toEqual([new Map(), new Map([['a', down]])]);
  });

  const idle: readonly Ended[] = [[fault], [backlogLeft], [fault], [backlogLeft], [fault]];
  const busy = Array.from({ length: 10 }, (): readonly Ended[] => [[backlogLeft, 'further'], [fault]]).flat();

  it.each([
    ['get nowhere', idle],
    ['get further and bring nothing', busy],
  ])('gives up one that fails by turns with rounds that %s', async (_, rounds) => {
    expect([
      await Promise.race([after(...rounds.slice(0, -1)), Promise.resolve('waits')]),
      await after(...rounds),
    ]).toEqual(['waits', new Map([['a', down]])]);
  });

  it('does not count failures between which messages come', async () => {
    const rounds = Array.from({ length: 20 }, (): readonly Ended[] => [
      [fault],
      [backlogLeft, 'news'],
    ]).flat();
    expect(await after(...rounds, [drained])).toEqual(new Map());
  });

  it('does not wait for longer than a minute because a source wants to be left alone', async () => {
    const throttled = (seconds: number) => failure('rate-limited', { retryAfterMs: seconds * 1000 });
    const rounds = createFirstRounds();
    rounds.expect(['short', 'long', 'held', 'told']);
    rounds.ended('short', failed(throttled(60)), 'none');
    rounds.ended('long', failed(throttled(61)), 'news');
    rounds.heldBack('short', 60_000, null);
    rounds.heldBack('held', 3_600_000, null);
    rounds.heldBack('told', 3_600_000, throttled(3600));
    expect(rounds.open()).toEqual(['short']);
    rounds.ended('short', drained, 'none');
    expect(await rounds.settled()).toEqual(
      new Map([
        ['long', throttled(61)],
        ['held', failure('asked-to-wait', { retryAfterMs: 3_600_000 })],
        ['told', throttled(3600)],
      ]),
    );
  });

  it('gives up at once where only a person can help', async () => {
    const rounds = createFirstRounds();
    rounds.expect(['a']);
    rounds.ended('a', refused, 'news');
    expect(await rounds.settled()).toEqual(new Map([['a', noBox]]));
  });

  it('has failed where something that is listed could not be had', async () => {
    const rounds = createFirstRounds();
    rounds.expect(['a']);
    rounds.ended('a', ok({ more: false, unread: 2 }), 'further');
    expect(await rounds.settled()).toEqual(new Map([['a', null]]));
  });

  it('has nothing to wait for without accounts', async () => {
    expect(await createFirstRounds().settled()).toEqual(new Map());
  });
});
