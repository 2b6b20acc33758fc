import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/store-temporary.ts';
import { createNeighbours, neighbourFolder } from './neighbours.ts';
import type { SlotRecord } from './slot-ledger.ts';

const record = (startedAt: number): SlotRecord => ({ startedAt, heldAt: null, holdMs: 0 });
const calls = (startedAt: number) => new Map([['k', record(startedAt)]]);

function setUp(...ids: readonly number[]) {
  const folder = temporaryFolder();
  const people = ids.map((id) => {
    mkdirSync(neighbourFolder(folder, id));
    return createNeighbours(folder, id);
  });
  return { folder, people };
}
const fileOf = (folder: string, id: number) => join(neighbourFolder(folder, id), 'calls.json');

describe('what the copies of other people tell', () => {
  it('is heard, without the name of the account that was asked to wait', () => {
    const { folder, people } = setUp(1, 2);
    const asked = { at: 7, ms: 60_000, askedOf: 'Smith Ltd' };
    people[0]!.tell(new Map([['k', { ...record(5), quiet: asked }]]), false);
    expect([
      people[1]!.look(['k', 'other']).records,
      people[0]!.look(['k']).records,
      readFileSync(fileOf(folder, 1), 'utf8').includes('Smith'),
    ]).toEqual([
      new Map([
        ['k', [{ ...record(5), quiet: { ...asked, askedOf: null } }]],
        ['other', []],
      ]),
      new Map([['k', []]]),
      false,
    ]);
  });

  it.each([
    ['a link', (file: string) => symlinkSync('/etc/hostname', file)],
    ['a folder', (file: string) => mkdirSync(file)],
    ['no JSON', (file: string) => writeFileSync(file, 'calls')],
    ['far too long', (file: string) => writeFileSync(file, ' '.repeat(300_000))],
    [
      'of another form',
      (file: string) => writeFileSync(file, '{"version":1,"announced":false,"calls":{"k":1}}'),
    ],
  ])('is nothing where the file is %s', (_, make) => {
    const { folder, people } = setUp(1, 2);
    make(fileOf(folder, 2));
    expect(people[0]!.look(['k'])).toEqual({ records: new Map([['k', []]]), of: [] });
  });
});

describe('of two calls announced at once', () => {
  const announce = (mine: number, theirs: number, announced: boolean) => {
    const { people } = setUp(mine, theirs);
    const before = people[0]!.look(['k']);
    people[1]!.tell(calls(9), announced);
    people[0]!.tell(calls(9), true);
    return people[0]!.mustYield(['k'], before);
  };

  it('the one with the larger number yields', () => {
    expect(announce(2, 1, true)).toBe(true);
  });

  it('one yields to a call that was made meanwhile', () => {
    expect([announce(1, 2, false), announce(2, 1, false)]).toEqual([true, true]);
  });

  it('one yields to a call whose process died with it: it may have gone out', () => {
    expect(announce(1, 2, true)).toBe(true);
  });

  it('one goes on where nobody has told anything new of its keys', () => {
    const { people } = setUp(1, 2);
    people[1]!.tell(calls(3), false);
    const before = people[0]!.look(['k']);
    people[1]!.tell(new Map([...calls(3), ['other', record(8)]]), false);
    expect(people[0]!.mustYield(['k'], before)).toBe(false);
  });
});
