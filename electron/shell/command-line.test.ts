import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from './command-line.ts';

const nothing = {
  accounts: null,
  data: null,
  demo: false,
  hidden: false,
  smoke: false,
  screenshot: null,
  seconds: null,
};

describe('the command line', () => {
  it('takes our flags in both forms and passes over Chromium’s and plain words', () => {
    const args = [
      '--no-sandbox',
      '--inspect=0',
      '/home/a/quayside',
      '--accounts',
      'a.json',
      '--data=./d i r',
      '--demo',
      '--screenshot=x.png',
      '--screenshot-after',
      '1.5',
      '--seconds=20',
      '-psn_0_1',
      '--hidden',
    ];
    expect(parseCommandLine(args)).toEqual({
      ok: true,
      value: {
        accounts: 'a.json',
        data: './d i r',
        demo: true,
        hidden: true,
        smoke: false,
        screenshot: { file: 'x.png', afterSeconds: 1.5 },
        seconds: 20,
      },
    });
  });

  it('takes a picture after two seconds unless told otherwise', () => {
    expect(parseCommandLine(['--screenshot', 'x.png'])).toEqual({
      ok: true,
      value: { ...nothing, screenshot: { file: 'x.png', afterSeconds: 2 } },
    });
  });

  it.each([
    [['--data'], '--data needs a value.'],
    [['--data', '--demo'], '--data needs a value.'],
    [['--data='], '--data needs a value.'],
    [['--data', 'a\0b'], '--data has a value that cannot be used.'],
    [['--data', 'a', '--data', 'b'], '--data is given twice.'],
    [['--demo=yes'], '--demo takes no value.'],
    [['--seconds', '-1'], '--seconds takes a number of seconds from 0 to 604800.'],
    [['--seconds', '1e9'], '--seconds takes a number of seconds from 0 to 604800.'],
    [['--seconds', '9999999'], '--seconds takes a number of seconds from 0 to 604800.'],
    [['--screenshot-after', '3'], '--screenshot-after needs --screenshot FILE.'],
  ])('refuses %j', (args, sentence) => {
    expect(parseCommandLine(args)).toEqual({ ok: false, failure: sentence });
  });

  it('ignores whatever is not ours', () => {
    const foreign = fc
      .string()
      .filter((arg) => !/^--(accounts|data|demo|hidden|smoke|screenshot|seconds)/.test(arg));
    fc.assert(
      fc.property(fc.array(foreign), (args) => {
        expect(parseCommandLine(args)).toEqual({ ok: true, value: nothing });
      }),
    );
  });
});
