import { describe, expect, it } from 'vitest';
import { ran } from './command-host.fixture.ts';

describe('a command line', () => {
  it.each([
    [['frobnicate'], "unknown command 'frobnicate'. See: quayside --help"],
    [['list', '--frob'], "unknown option '--frob'. See: quayside list --help"],
    [
      ['list', 'extra'],
      "too many arguments for 'list'. Expected 0 arguments but got 1. See: quayside list --help",
    ],
    [['decode'], "missing required argument 'files'. See: quayside decode --help"],
    [['collect'], "required option '--accounts <file>' not specified. See: quayside collect --help"],
    [
      ['collect', '--accounts', 'a.json', '--once', '--for', '3'],
      "option '--for <seconds>' cannot be used with option '--once'. See: quayside collect --help",
    ],
    [['export'], "required option '--out <file>' not specified. See: quayside export --help"],
    [
      ['export', '--out', '-', '--format', 'xlsx'],
      "option '--format <format>' argument 'xlsx' is invalid. Allowed choices are csv, ndjson. See: quayside export --help",
    ],
    [
      ['list', '--state', 'new', '--state', 'done'],
      "option '--state <state>' argument 'done' is invalid. Use new, snoozed or acknowledged. See: quayside list --help",
    ],
    [
      ['list', '--since', 'yesterday'],
      "option '--since <time>' argument 'yesterday' is invalid. Use a date such as 2026-11-22 or an instant such as 2026-11-22T09:40:11Z (with Z or an offset). See: quayside list --help",
    ],
    [
      ['show', 'MRN'],
      "command-argument value 'MRN' is invalid for argument 'id'. Use the id of a notification as \"quayside list\" prints it: a number. See: quayside show --help",
    ],
  ])('that is wrong, %j, ends with 2 and says what to do', async (words, sentence) => {
    expect(await ran(words)).toMatchObject({ status: 2, stdout: '', stderr: `quayside: ${sentence}\n` });
  });

  it('that is empty ends with 2 and the help', async () => {
    const { status, stdout, stderr } = await ran([]);
    expect([status, stdout, stderr.startsWith('Usage: quayside')]).toEqual([2, '', true]);
  });

  it.each([[['--help']], [['help']], [['list', '--help']], [['help', 'list']]])(
    'that asks for help, %j, gets it on stdout',
    async (words) => {
      const { status, stdout, stderr } = await ran(words);
      expect([status, stdout.startsWith('Usage: quayside'), stderr]).toEqual([0, true, '']);
    },
  );

  it('that asks for the version gets it on stdout', async () => {
    expect(await ran(['--version'])).toMatchObject({ status: 0, stdout: '1.2.3\n', stderr: '' });
  });

  it.each([
    ['list', []],
    ['show', ['7']],
    ['export', ['--out', '-']],
    ['check', []],
  ])('%s, where there is no archive, makes none and says what to do', async (command, words) => {
    expect(await ran([command, '--data', '/data', ...words])).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        'quayside: There is no archive in /data. Name the data directory with --data, or fill one with: quayside collect --accounts FILE.\n',
    });
  });
});
