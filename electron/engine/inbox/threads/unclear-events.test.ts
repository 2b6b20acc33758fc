import { describe, expect, it } from 'vitest';
import { callingIds } from './calling.ts';
import { EXPORT, IMPORT, lifeMembers } from './life.fixture.ts';
import { storyOf } from './story.ts';
import { threadView } from './thread-view.ts';
import { waitsOf } from './waits.ts';

/** Code, attention, the place of the message that calls, and the notes. */
function brief(line: string, mrn: string) {
  const { status } = threadView(lifeMembers(line, mrn));
  return status === null ? null : [status.code, status.attention, status.actionId, ...status.notes];
}

const EXIT = 'Exit was reported with a result that is not known';

describe('an exit with a result that is not known', () => {
  it.each([
    ['01 09 16/B1', 'cleared', 'watch', '3', EXIT],
    ['01 09 18 16/B1', 'not-exited-in-time', 'act', '3', EXIT],
    ['01 09 16/B1 18', 'not-exited-in-time', 'act', '4', EXIT],
    ['01 09 18 16/A2', 'exited', 'info', null],
    ['01 09 18 16', 'exited', 'info', null],
    ['01 09 16/B1 16/A1', 'exited', 'info', null],
    ['01 09 16/A1 16/B1', 'exited', 'info', null],
    ['01 09 16/B1 10', 'not-exited-in-time', 'act', '4'],
    ['01 51 16/B1', 'query-open', 'act', '2', EXIT],
    ['16/B1', 'unknown', 'watch', '1', EXIT],
  ])('is no proof: %s is %s', (line, ...status) => {
    expect(brief(line, EXPORT)).toEqual(status);
  });

  it('leaves proof of exit to be waited for, and makes an export all the same', () => {
    expect([
      waitsOf(storyOf(lifeMembers('01 09 16/B1', EXPORT))).map(({ rule }) => rule),
      waitsOf(storyOf(lifeMembers('01 09 16/A1', EXPORT))),
      storyOf(lifeMembers('01 16/B1', null)).trade,
    ]).toEqual([['exit'], [], 'export']);
  });
});

const PENDING = 'A request is registered and not answered yet';
const ANSWER = 'A request was answered; the message does not say how';

describe('an answer that does not say how customs decided', () => {
  it.each([
    ['01 02 11', 'accepted', 'watch', '3', ANSWER],
    ['01 02 11/40', 'accepted', 'watch', '3', ANSWER],
    ['01 09 02 11', 'cleared', 'watch', '4', ANSWER],
    ['01 02 11 09', 'cleared', 'watch', '3', ANSWER],
    ['01? 02 11', 'accepted', 'watch', '3', ANSWER],
    ['01 51 02 11', 'query-open', 'act', '2', ANSWER],
    // Something came of it, or was asked anew.
    ['01 02 11 07', 'waiting', 'info', null, 'The declaration was changed'],
    ['01 02 11 11/39', 'accepted', 'info', null, 'A request was granted'],
    ['01 02 11 02', 'accepted', 'info', null, 'A request is registered and not answered yet'],
    ['02 02 11 01 09', 'cleared', 'info', null],
    ['01 02 11 10', 'cancelled-by-customs', 'act', '4'],
    // What came of another request.
    ['01 02@b 11@b 02@c', 'accepted', 'watch', '3', PENDING, ANSWER],
    ['01 02@b 11@b 02@b', 'accepted', 'info', null, PENDING],
    ['01 02@a 02@b 11@a 07@b', 'waiting', 'watch', '4', ANSWER, 'The declaration was changed'],
    ['01 02 11/39', 'accepted', 'info', null, 'A request was granted'],
    ['01 02 11/41', 'accepted', 'act', '3', 'A request was denied'],
  ])('is to be looked up: %s is %s', (line, ...status) => {
    expect(brief(line, IMPORT)).toEqual(status);
  });

  it('interrupts nobody, and the clearance is waited for', () => {
    const story = storyOf(lifeMembers('01 02 11'));
    expect([...callingIds(story), ...waitsOf(story).map(({ rule }) => rule)]).toEqual(['clearance']);
  });
});

it('a message of type 04, whose meaning was never published, is one of an unknown type', () => {
  expect([brief('01 04', IMPORT), brief('04', IMPORT)]).toEqual([
    ['accepted', 'info', null, 'There is a message of an unknown type'],
    ['unknown', 'watch', '1'],
  ]);
});
