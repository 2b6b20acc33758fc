import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createIntake } from '../../electron/engine/inbox/intake.ts';
import type { InboxStore } from '../../electron/engine/store/store.ts';
import { allRows, decoder, keepMessages, messages, titles } from '../support/rereading-world.ts';
import { payloadWith } from '../support/store-builders.ts';
import { DAMAGES, damagePayload, onArchive, storedBody } from '../support/store-damage.ts';
import { openedStore, temporaryFolder, temporaryStore } from '../support/store-temporary.ts';

const DAMAGED = 'Stored message damaged';
const intakeOf = (store: InboxStore) => createIntake(store, decoder(1, new Map()));

describe('one payload that is damaged before it was read', () => {
  it.each(Object.entries(DAMAGES))('and is %s holds up no other', async (_, damage) => {
    const { store, directory } = await temporaryStore();
    await keepMessages(store, messages(4));
    damagePayload(directory, 2, damage);
    expect((await intakeOf(store).drain()).map((row) => row.title)).toEqual([
      'M0 0 v1',
      DAMAGED,
      'M2 0 v1',
      'M3 0 v1',
    ]);
    await keepMessages(store, messages(1, 9));
    expect((await intakeOf(store).drain()).map((row) => row.title)).toEqual(['M9 0 v1']);
  });

  it.each([
    ['has no bytes', 'DELETE FROM payload_body WHERE payload = 1'],
    ['has an envelope that is none', `UPDATE payload SET envelope = '{"x-conv' WHERE id = 1`],
    ['has an envelope of another shape', `UPDATE payload SET envelope = '[7]' WHERE id = 1`],
  ])('because it %s is shown as damaged, and named by the check', async (_, statement) => {
    const { store, directory } = await temporaryStore();
    await keepMessages(store, messages(2));
    onArchive(directory, (sql) => sql.run(statement));
    await intakeOf(store).drain();
    const faults = await store.check();
    await expect(store.payload('1')).rejects.toMatchObject({ reason: 'payload-damaged' });
    expect([await titles(store), faults.map(({ what, detail }) => `${what} ${detail.slice(0, 2)}`)]).toEqual([
      [DAMAGED, 'M1 0 v1'],
      ['payload 1 '],
    ]);
  });

  it('calls for somebody, says what to do, and stands with its conversation', async () => {
    const { store, directory } = await temporaryStore();
    const account = { id: 'cds', source: 'hmrc-cds' } as const;
    const envelope = { 'x-conversation-id': 'c-7' };
    await store.keep(account, [payloadWith('lost', { envelope })], undefined, 1000);
    damagePayload(directory, 1);
    const [row] = await intakeOf(store).drain();
    const detail = await store.notification(row?.id ?? '');
    expect({
      alerts: (await store.unalerted('cds', 10)).map(({ id }) => id),
      ...{ kind: detail?.kind, attention: detail?.attention, problems: detail?.facts.problems },
      ...{ nextStep: detail?.facts.nextStep, linked: await store.linked(['c-7'], 10) },
    }).toEqual({
      alerts: ['1'],
      ...{ kind: 'unrecognised', attention: 'act' },
      problems: ['its stored payload is damaged: "quayside check" names it as payload 1'],
      nextStep: expect.stringContaining('Look for the message at its source before you acknowledge it'),
      linked: ['1'],
    });
  });

  it('is kept as it is, and whoever asks for it is told so', async () => {
    const { store, directory } = await temporaryStore();
    await keepMessages(store, messages(2));
    const left = damagePayload(directory, 1);
    await intakeOf(store).drain();
    await keepMessages(store, messages(2));
    await expect(store.payload('1')).rejects.toMatchObject({ reason: 'payload-damaged' });
    expect({
      left: storedBody(directory, 1),
      other: (await store.payload('2'))?.bytes,
      faults: await store.check(),
      exported: (await allRows(store)).length,
    }).toEqual({
      left,
      other: payloadWith('M1').bytes,
      faults: [{ what: 'payload', detail: '1 (cds, M0) cannot be read' }],
      exported: 2,
    });
  });

  it('is called damaged and no killer, however often processes died over it', async () => {
    const directory = temporaryFolder();
    const first = await openedStore(directory);
    await keepMessages(first, messages(2));
    damagePayload(directory, 1);
    for (let death = 0; death < 5; death += 1) await first.takeUndecoded(1);
    await first.close();
    const next = await openedStore(directory);
    await intakeOf(next).drain();
    expect([await titles(next), await intakeOf(next).drain()]).toEqual([[DAMAGED, 'M1 0 v1'], []]);
  });
});

it('stops at damage to the database itself, which is no matter of one payload', async () => {
  const { store, directory } = await temporaryStore();
  const noise = Uint8Array.from({ length: 200 }, (_, i) => (i * 7919 + i * i * 31) % 256);
  await store.keep(
    { id: 'cds', source: 'hmrc-cds' },
    [payloadWith('a', { bytes: noise }), payloadWith('b')],
    undefined,
    1000,
  );
  await store.close();
  const file = join(directory, 'quayside.db');
  const bytes = readFileSync(file);
  const page = Math.floor(bytes.indexOf(noise) / 4096) * 4096;
  writeFileSync(file, bytes.fill(0x5a, page, page + 4096));
  const again = await openedStore(directory);
  await expect(intakeOf(again).drain()).rejects.toMatchObject({ reason: 'store-corrupt' });
});
