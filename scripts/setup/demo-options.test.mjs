import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readDemoOptions } from './demo-options.mjs';
import { SetupFailure } from './setup-failure.mjs';

const folder = resolve('/home/ann/pictures');
const read = (...args) => readDemoOptions(args, folder);

it('runs without an end or a picture unless asked', () => {
  expect(read()).toEqual({ seconds: null, screenshot: null, screenshotAfter: null });
});

it('takes the picture shortly before the end, relative to where the person is', () => {
  expect(read('--seconds', '30', '--screenshot', 'inbox.png')).toEqual({
    seconds: 30,
    screenshot: resolve(folder, 'inbox.png'),
    screenshotAfter: 27,
  });
});

it('takes it halfway through a very short demo', () => {
  expect(read('--seconds=5.5', '--screenshot=x.png').screenshotAfter).toBe(2.75);
});

it.each([[['--seconds', 'soon']], [['--seconds', '0']], [['--screenshot', '']], [['--fast']], [['word']]])(
  'refuses %j and ends with 2',
  (args) => {
    expect(() => read(...args)).toThrow(SetupFailure);
    expect(() => read(...args)).toThrow(expect.objectContaining({ exitCode: 2 }));
  },
);
