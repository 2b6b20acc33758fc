import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { damagePayload } from '../../../../test/support/store-damage.ts';
import { linesIn, ran } from '../command-host.fixture.ts';
import { archiveWorld, discard, seededArchive } from '../seeded-archive.fixture.ts';

const MRN = '26GB1CR4DVQ71TAAR5';
const mrnOnly = [{ kind: 'mrn', value: MRN }];
const lrnOnly = [{ kind: 'lrn', value: 'L-1' }];
/** No text: a payload that any decoding on the way out would change. */
const BYTES = Uint8Array.from([0xff, 0xfe, 0x00, 0x0d, 0x0a, 0xc3, 0x28, 0x80]);

let directory: string;
beforeAll(async () => {
  directory = await seededArchive([
    {
      facts: {
        messageId: 'm1',
        type: 'DMSCLE',
        functionCode: '09',
        issuedAt: '2026-11-22T11:00:00.000Z',
        references: mrnOnly,
      },
      payload: BYTES,
    },
    {
      facts: {
        messageId: 'm2',
        type: 'DMSACC',
        functionCode: '01',
        issuedAt: '2026-11-22T09:00:00.000Z',
        references: mrnOnly,
      },
    },
    {
      facts: {
        messageId: 'm3',
        type: 'DMSTAX',
        functionCode: '13',
        issuedAt: '2026-11-22T11:00:00.000Z',
        references: mrnOnly,
      },
    },
    {
      facts: {
        messageId: 'm4',
        type: 'DMSRCV',
        functionCode: '02',
        mrn: null,
        lrn: 'L-1',
        issuedAt: null,
        references: lrnOnly,
      },
    },
    { facts: { messageId: 'm5', type: 'unknown', mrn: null, lrn: null, references: [] } },
    {
      facts: {
        messageId: 'm6',
        type: 'DMSREJ',
        mrn: null,
        lrn: 'L-1',
        references: lrnOnly,
        issuedAt: '2026-11-22T08:00:00.000Z',
      },
    },
  ]);
});
afterAll(() => discard(directory));

const show = async (id: string) => {
  const { status, stdout } = await ran(['show', '--data', directory, id], archiveWorld);
  return { status, line: linesIn(stdout)[0] as Record<string, unknown> & { thread: { id: string }[] } };
};

describe('show', () => {
  it('gives what list gives, with origin, history and thread', async () => {
    const { status, line } = await show('2');
    expect([
      status,
      line['id'],
      line['type'],
      line['remoteId'],
      line['contentType'],
      line['payloadBytes'],
      line['history'],
      line.thread[0],
    ]).toEqual([
      0,
      '2',
      'DMSACC',
      'remote-1',
      'application/xml',
      20,
      [{ at: '2026-11-22T09:40:01.000Z', event: 'received', by: null, detail: null }],
      {
        id: '2',
        type: 'DMSACC',
        ids: ['2'],
        functionCode: '01',
        statusCode: '39',
        title: 'Declaration rejected',
        attention: 'act',
        issuedAt: '2026-11-22T09:00:00.000Z',
        receivedAt: '2026-11-22T09:40:01.000Z',
        state: 'new',
      },
    ]);
  });

  it.each([
    ['1', ['2', '3', '1'], 'the MRN, oldest first by issue, ties in the order of the trade'],
    ['4', ['6', '4'], 'the LRN where no MRN is known; without an issue time the receipt counts'],
    ['5', ['5'], 'nothing: itself'],
  ])('of %s has the thread %j: %s', async (id, thread) => {
    expect((await show(id)).line.thread.map((entry) => entry.id)).toEqual(thread);
  });

  it('says what has become of the declaration by all of its messages', async () => {
    expect((await show('2')).line['threadStatus']).toEqual({
      code: 'cleared',
      title: 'Cleared',
      attention: 'act',
      since: '2026-11-22T11:00:00.000Z',
      actionId: '1',
      deadline: null,
      notes: ['Declaration rejected'],
    });
  });

  it('--raw of a payload that is damaged on disk writes nothing, and says what to do', async () => {
    const damaged = await seededArchive([{ facts: {} }, { facts: {} }]);
    damagePayload(damaged, 2);
    const raw = await ran(['show', '--data', damaged, '--raw', '2'], archiveWorld);
    const { status, stdout } = await ran(['show', '--data', damaged, '2'], archiveWorld);
    discard(damaged);
    expect([raw, status, linesIn(stdout)]).toMatchObject([
      {
        status: 1,
        stdout: '',
        stderr:
          'quayside: The payload of notification 2 is damaged on disk: "quayside check" names it as payload 2. ' +
          'Quayside cannot fetch it again; look for the message at its source.\n',
      },
      0,
      [{ id: '2' }],
    ]);
  });

  it('--raw writes the payload byte for byte and nothing else', async () => {
    const { status, bytes, stderr } = await ran(['show', '--data', directory, '--raw', '1'], archiveWorld);
    expect([status, [...bytes], stderr]).toEqual([0, [...BYTES], '']);
  });

  it.each([[[]], [['--raw']]])('of an unknown id %j ends with 1 and a sentence', async (words) => {
    expect(await ran(['show', '--data', directory, ...words, '99'], archiveWorld)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `quayside: There is no notification 99 in ${directory}: look its id up with "quayside list".\n`,
    });
  });
});
