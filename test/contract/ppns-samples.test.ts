import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factsSchema } from '../../shared/notification.ts';
import { lenientInstant } from '../../electron/engine/decode/ppns/lenient-instant.ts';
import { ppnsDecoder } from '../../electron/engine/decode/ppns/ppns-decoder.ts';
import { splitPpnsFile } from '../../electron/engine/decode/ppns/split-file.ts';
import { hmrcFailure, tokenFailure } from '../../electron/engine/sources/hmrc/errors.ts';
import { inputInstant } from '../simulators/ppns/input-instant.ts';

const SAMPLES = join(import.meta.dirname, '../../../shared/facts/samples/ppns');
const isHere = existsSync(SAMPLES);
if (!isHere) console.info(`Skipped: HMRC's published samples are not at ${SAMPLES}.`);

const sample = (name: string): Buffer => readFileSync(join(SAMPLES, name));
const json = (name: string): unknown => JSON.parse(sample(name).toString('utf8'));

/** What the decoder makes of each message in a sample file. */
const decoded = (name: string): readonly unknown[] =>
  splitPpnsFile(sample(name)).flatMap(({ payload }) =>
    ppnsDecoder.decode(payload).map(({ facts }) => {
      const { kind, type, attention, references } = factsSchema.parse(facts);
      return [kind, type, attention, references.map((reference) => reference.kind).join(' ')];
    }),
  );

describe.skipIf(!isHere)('HMRC’s published samples', () => {
  it.each([
    [
      'list-notifications.oas-example.json',
      [
        ['ppns', 'JSON', 'watch', ''],
        ['ppns', 'someXml', 'watch', ''],
      ],
    ],
    [
      'list-notifications.readme-example.json',
      [
        ['ppns', 'JSON', 'watch', ''],
        ['ppns', 'root', 'watch', ''],
      ],
    ],
    ['ctc-message-received-small.corrected.json', [['ppns', 'IE928', 'info', 'departure lrn']]],
    ['ctc-message-received-small.as-published.txt', [['unrecognised', 'unknown', 'watch', '']]],
    ['ctc-message-received-large.json', [['ppns', 'IE025', 'watch', 'arrival']]],
    ['ctc-cc928c.xml', [['ppns', 'IE928', 'info', 'lrn']]],
    ['ctc-submission-success.json', [['ppns', 'SUBMISSION_NOTIFICATION', 'info', 'departure']]],
    ['ctc-submission-schema-error.json', [['ppns', 'SUBMISSION_NOTIFICATION', 'act', 'arrival']]],
    [
      'ctc-envelope-submission-failed.as-published.json',
      [['ppns', 'SUBMISSION_NOTIFICATION', 'act', 'departure']],
    ],
    [
      'ctc-envelope-submission-success.as-published.json',
      [['ppns', 'SUBMISSION_NOTIFICATION', 'info', 'departure']],
    ],
    ['emcs-list-notifications.readme-example.json', [['ppns', 'EMCS', 'watch', 'movement arc']]],
    ['emcs-message.extracted.json', [['ppns', 'EMCS', 'watch', 'movement arc']]],
    ['emcs-envelope.as-published.txt', [['unrecognised', 'unknown', 'watch', '']]],
    ['emcs-IE704uk.xml', [['ppns', 'IE704', 'act', 'arc lrn']]],
    ['emcs-IE801.xml', [['ppns', 'IE801', 'watch', 'arc lrn']]],
    ['emcs-IE803.xml', [['ppns', 'IE803', 'watch', 'arc']]],
    ['emcs-IE818.xml', [['ppns', 'IE818', 'act', 'arc']]],
    ['emcs-IE829.xml', [['ppns', 'IE829', 'info', 'arc']]],
  ])('%s is read as what it is', (name, expected) => {
    expect(decoded(name)).toEqual(expected);
  });

  it('name every error in the upload that failed', () => {
    const [part] = splitPpnsFile(sample('ctc-submission-schema-error.json'));
    const [notification] = ppnsDecoder.decode(part?.payload ?? new Uint8Array());
    expect(notification?.facts.errors.map(({ path }) => path)).toEqual([
      'line 1, column 90',
      'line 1, column 202',
      'line 1, column 202',
    ]);
  });

  it('none of them is lost or throws', () => {
    const empty = readdirSync(SAMPLES).filter((name) => decoded(name).length === 0);
    expect(empty).toEqual([]);
  });

  it('each listed error has a reason that fits it', () => {
    const listed = json('error-bodies.compiled.json') as { status: number; body: { code: string } }[];
    const reasons = listed.map(({ status, body }) => {
      const response = { status, headers: {}, body: Buffer.from(JSON.stringify(body)) };
      return [status, body.code, hmrcFailure(response, 0, { FORBIDDEN: 'box-not-yours' }).reason];
    });
    const refused = reasons.filter(
      ([status, , reason]) =>
        status !== 400 && status !== 406 && status !== 415 && reason === 'request-refused',
    );
    expect([reasons.length > 10, refused]).toEqual([true, []]);
  });

  it('each error of the token endpoint has a reason that fits it', () => {
    const listed = json('oauth-token-errors.compiled.json') as {
      when: string;
      status: number;
      body: unknown;
    }[];
    const reasons = listed.map(({ when, status, body }) => [
      when,
      tokenFailure({ status, headers: {}, body: Buffer.from(JSON.stringify(body)) }, 0).reason,
    ]);
    expect(Object.fromEntries(reasons)).toEqual({
      'client_id missing': 'request-refused',
      'client_secret missing': 'request-refused',
      'bad client id or secret': 'credentials-refused',
      'grant_type missing': 'request-refused',
      'bad grant_type': 'request-refused',
      'bad scope': 'scope-missing',
      'server fault': 'server-error',
    });
  });

  it('the simulator takes and refuses the dates that HMRC takes and refuses', () => {
    const table = json('fromdate-todate-acceptance.computed.json') as {
      value: string;
      instant: string | null;
    }[];
    const differing = table.filter(
      ({ value, instant }) => inputInstant(value) !== (instant === null ? null : Date.parse(instant)),
    );
    expect(differing).toEqual([]);
  });

  it('every date in them can be read', () => {
    const dates = ['list-notifications.oas-example.json', 'list-notifications.readme-example.json'].flatMap(
      (name) =>
        splitPpnsFile(sample(name)).map(({ envelope }) => lenientInstant(envelope['createdDateTime'] ?? '')),
    );
    expect(dates).toEqual([
      Date.UTC(2020, 5, 1, 10, 20, 23, 160),
      Date.UTC(2020, 5, 2, 10, 27, 33, 613),
      Date.UTC(2020, 5, 3, 14, 14, 54, 108),
      Date.UTC(2020, 5, 3, 14, 29, 10, 49),
    ]);
  });
});
