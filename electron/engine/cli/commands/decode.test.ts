import { getEventListeners } from 'node:events';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Source } from '../../sources/source.ts';
import { cdsDecoder } from '../../decode/cds/cds-decoder.ts';
import type { CommandHost } from '../command-host.ts';
import { linesIn, ran } from '../command-host.fixture.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quayside-decode-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const file = async (name: string, content: string): Promise<string> => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

/** Every source decodes as CDS does. */
const world: Partial<CommandHost> = {
  sourceNamed: (name) => ({ name, decoder: cdsDecoder }) as unknown as Source,
};

const response = (code: string, mrn: string) =>
  `<Response><FunctionCode>${code}</FunctionCode><Declaration><ID>${mrn}</ID></Declaration></Response>`;

const message = (...responses: string[]) => `<MetaData>${responses.join('')}</MetaData>`;

const brief = (stdout: string) =>
  (linesIn(stdout) as Record<string, unknown>[]).map(({ file: from, kind, type, mrn }) => [
    from,
    kind,
    type,
    mrn,
  ]);

describe('decode', () => {
  it('writes a line for each notification of each file, in order', async () => {
    const two = await file(
      'two.xml',
      message(response('09', '26GB5QUAY51DE0001R'), response('03', '26GB5QUAY51DE0002R')),
    );
    const one = await file('one.xml', message(response('01', '26GB5QUAY51DE0003R')));
    const { status, stdout, stderr } = await ran(['decode', two, one], world);
    expect([status, brief(stdout), stderr]).toEqual([
      0,
      [
        [two, 'dms', 'DMSCLE', '26GB5QUAY51DE0001R'],
        [two, 'dms', 'DMSREJ', '26GB5QUAY51DE0002R'],
        [one, 'dms', 'DMSACC', '26GB5QUAY51DE0003R'],
      ],
      '',
    ]);
  });

  it('names every field of the contract, in a line of what cannot be read as well', async () => {
    const { status, stdout } = await ran(['decode', await file('a.txt', 'not XML')], world);
    const [line] = linesIn(stdout) as Record<string, unknown>[];
    expect([status, Object.keys(line!).sort(), line!['kind']]).toEqual([
      0,
      [
        ...[
          'amendments',
          'attention',
          'conversationId',
          'deadline',
          'details',
          'errors',
          'file',
          'functionCode',
          'issuedAt',
          'keyFact',
          'kind',
          'lrn',
        ],
        ...[
          'meaning',
          'messageId',
          'mrn',
          'mrnCheck',
          'nextStep',
          'outcome',
          'payments',
          'problems',
          'references',
          'source',
        ],
        ...['statusCode', 'subject', 'title', 'trader', 'type', 'version'],
      ],
      'unrecognised',
    ]);
  });

  it('says of each MRN whether it is right', async () => {
    const mrns = ['26GB12300000000000', '26GB12300000000001', 'QUAY'];
    const one = await file('one.xml', message(...mrns.map((mrn) => response('09', mrn))));
    const { stdout } = await ran(['decode', one], world);
    expect(
      (linesIn(stdout) as Record<string, unknown>[]).map(({ mrn, mrnCheck }) => [mrn, mrnCheck]),
    ).toEqual([
      ['26GB12300000000000', 'valid'],
      ['26GB12300000000001', 'wrong'],
      ['QUAY', 'wrong'],
    ]);
  });

  it('reads stdin where the file is named -', async () => {
    const xml = message(response('05', 'M'));
    const stdin = Readable.from([Buffer.from(xml.slice(0, 5)), Buffer.from(xml.slice(5))]);
    const { stdout } = await ran(['decode', '-'], { ...world, stdin });
    expect(brief(stdout)).toEqual([['-', 'dms', 'DMSCTL', 'M']]);
  });

  it('waits for the end of the run once, however many files there are', async () => {
    const one = await file('one.xml', message(response('09', 'M')));
    const { signal } = new AbortController();
    await ran(['decode', ...Array.from({ length: 30 }, () => one)], { ...world, stop: signal });
    expect(getEventListeners(signal, 'abort').length).toBe(1);
  });

  it('names a file that cannot be opened, goes on, and ends with 1', async () => {
    const missing = join(folder, 'missing.xml');
    const good = await file('good.xml', message(response('09', 'M')));
    const { status, stdout, stderr } = await ran(['decode', missing, folder, good], world);
    expect([status, brief(stdout), stderr]).toEqual([
      1,
      [[good, 'dms', 'DMSCLE', 'M']],
      `quayside: ${missing} does not exist: check its name.\nquayside: ${folder} is a folder: name the files in it.\n`,
    ]);
  });

  it('does not read a file beyond 64 MB, and says so in its line', async () => {
    const huge = await file('huge.xml', '');
    await truncate(huge, 64 * 1024 * 1024 + 1);
    const { status, stdout } = await ran(['decode', huge], world);
    const [line] = linesIn(stdout) as Record<string, unknown>[];
    expect([status, line!['kind'], line!['problems']]).toEqual([0, 'unrecognised', ['larger than 64 MB']]);
  });

  it.each([
    ['{"notificationId":"x","messageContentType":"application/json"}', 'hmrc-ppns'],
    [' \n[{"notificationId":"x","message":"{}"}]', 'hmrc-ppns'],
    ['\uFEFF{"gmrId":"GMRA00QUAY01","state":"OPEN"}', 'hmrc-ppns'],
    ['[{"gmrId":"GMRA00QUAY01"},{"gmrId":"GMRA00QUAY02"}]', 'hmrc-ppns'],
    ['<?xml version="1.0"?><a:CC025C xmlns:a="x"/>', 'hmrc-ppns'],
    ['<CC351A><HEAHEA>cut o', 'hmrc-ppns'],
    ['"<CC029C/>"', 'hmrc-ppns'],
    ['<?xml version="1.0"?><MetaData>cut o', 'hmrc-cds'],
    ['<q:inventoryLinkingControlResponse xmlns:q="x"/>', 'hmrc-cds'],
    ['{"gmrId":"GMRA00QU', 'hmrc-ppns'],
    ['{"eventType":"PAID","resource":{"amount":"1.00"}}', null],
    ['{"subject":"Lunch","content":"at noon"}', null],
    ['{"notificationType":"RENEWED","notificationId":"7"}', null],
    ['<rss><channel/></rss>', null],
    ['<Root><a/></Root>', null],
    ['nonsense', null],
    ['', null],
  ])('takes %j for %s', async (content, source) => {
    const { stdout } = await ran(['decode', await file('some', content)], world);
    expect((linesIn(stdout)[0] as Record<string, unknown>)['source']).toBe(source);
  });

  it('names nobody as the sender of what it does not know', async () => {
    const { stdout } = await ran(['decode', await file('some', '{"eventType":"PAID"}')], world);
    const { source, kind, problems, ...rest } = linesIn(stdout)[0] as Record<string, unknown>;
    expect([source, kind, problems, /CDS sent|HMRC (put|sent)/.test(JSON.stringify(rest))]).toEqual([
      null,
      'unrecognised',
      ['JSON of no form that is known here'],
      false,
    ]);
  });

  it('believes --source', async () => {
    const { stdout } = await ran(['decode', '--source', 'hmrc-ppns', await file('some', '<a/>')], world);
    expect((linesIn(stdout)[0] as Record<string, unknown>)['source']).toBe('hmrc-ppns');
  });
});
