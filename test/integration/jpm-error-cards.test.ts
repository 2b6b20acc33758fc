import { expect, it } from 'vitest';
import { messagesAnswer } from '../simulators/jpm/answers.ts';
import { jpmSourceWorld } from './jpm-source-world.ts';

const world = jpmSourceWorld();

it.each([
  ['VALIDATION_ERROR', '5555 5555 5555 4444 is not known'],
  ['4111111111111111', `${'x'.repeat(190)} 4111111111111111`],
])('shows no card number of an error: %s', async (code, message) => {
  const said = [{ code: '4111111111111111', message, entity: '4111-1111-1111-1111' }];
  const answer = messagesAnswer(400, 'ERROR', code, 'card 4111111111111111 unknown', said);
  await world.drain();
  world.jpm.faults.next({ kind: 'answer', answer }, { endpoint: 'notifications', times: 100 });
  const outcome = await world.poll();
  const { detail, code: shownCode } = outcome.ok ? { detail: '', code: '' } : outcome.failure;
  const told = `${detail?.replace(/request-id .*/, '')} ${shownCode}`;
  expect([told.match(/\d[\d -]{5,}/g), told.includes('card ************1111 unknown')]).toEqual([null, true]);
});
