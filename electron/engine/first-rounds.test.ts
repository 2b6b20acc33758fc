import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/failure.ts';
import { failed, ok } from '../../shared/result.ts';
import { createFirstRounds } from './first-rounds.ts';

const drained = ok({ more: false });
const backlogLeft = ok({ more: true });
const fault = failed(failure('server-error'));
const refused = failed(failure('box-not-found'));

describe('waiting for the first rounds', () => {
  it('is over when every account is drained', async () => {
    const rounds = createFirstRounds();
    rounds.expect(['a', 'b']);
    rounds.ended('a', backlogLeft);
    rounds.ended('b', drained);
    rounds.ended('a', drained);
    expect(await rounds.settled()).toBe(true);
  });

  it('waits through failures that waiting can mend, three in a row at most', async () => {
    const mended = createFirstRounds();
    mended.expect(['a']);
    for (const outcome of [fault, fault, backlogLeft, fault, fault, drained]) mended.ended('a', outcome);
    expect(await mended.settled()).toBe(true);

    const broken = createFirstRounds();
    broken.expect(['a']);
    for (const outcome of [fault, fault, fault]) broken.ended('a', outcome);
    expect(await broken.settled()).toBe(false);
  });

  it('gives up at once where only a person can help', async () => {
    const rounds = createFirstRounds();
    rounds.expect(['a']);
    rounds.ended('a', refused);
    expect(await rounds.settled()).toBe(false);
  });

  it('has failed where something that is listed could not be had', async () => {
    const rounds = createFirstRounds();
    rounds.expect(['a']);
    rounds.ended('a', ok({ more: false, unread: 2 }));
    expect(await rounds.settled()).toBe(false);
  });

  it('has nothing to wait for without accounts', async () => {
    expect(await createFirstRounds().settled()).toBe(true);
  });
});
