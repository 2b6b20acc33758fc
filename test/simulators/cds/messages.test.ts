import { describe, expect, it } from 'vitest';
import { cdsDecoder } from '../../../electron/engine/decode/cds/cds-decoder.ts';
import { readXml } from '../../../electron/engine/decode/xml/read-xml.ts';
import { dmsTypes } from '../../../shared/catalogue/dms.ts';
import { isValidMrn } from '../../../shared/catalogue/mrn.ts';
import { seeded } from './chance.ts';
import { declarationLife } from './declaration.ts';
import { lifecycles } from './lifecycles.ts';
import { cdsMessage, type DmsMessage } from './messages.ts';
import {
  fileUpload,
  importStatus,
  movementControl,
  movementResponse,
  movementTotals,
} from './other-messages.ts';
import type { PrefixStyle } from './wco-xml.ts';

const decode = (xml: string) =>
  cdsDecoder.decode(new TextEncoder().encode(xml), { envelope: {} }).map((part) => part.facts);

const STYLES: readonly PrefixStyle[] = ['numbered', 'named', 'stripped'];
const ISSUED = Date.UTC(2026, 5, 1, 8, 30, 15);

describe('messages that are made up', () => {
  it.each(dmsTypes.map(({ code, name }) => [code, name]))('can be of type %s (%s)', (code, name) => {
    const message: DmsMessage = { functionCode: code, issuedAt: ISSUED, limitAt: ISSUED + 86_400_000 };
    const [facts, ...others] = decode(cdsMessage(message));
    expect([facts?.functionCode, facts?.type, facts?.issuedAt, facts?.problems, others]).toEqual([
      code,
      name,
      '2026-06-01T08:30:15.000Z',
      [],
      [],
    ]);
  });

  it('say the same in every style of prefixes and zones', () => {
    const message: DmsMessage = {
      functionCode: '03',
      errors: [{ code: 'CDS12056', pointer: '42A/67A/68A[2]/70A[1]/166' }],
    };
    const texts = STYLES.flatMap((style) =>
      [true, false].map((summerTime) => cdsMessage({ ...message, issuedAt: ISSUED, summerTime }, style)),
    );
    const [first, ...others] = texts.map(decode);
    expect(others).toEqual(Array(5).fill(first));
    expect([new Set(texts).size, first?.[0]?.errors[0]?.pointer]).toEqual([6, '42A/67A/68A[2]/70A[1]/166']);
  });

  it('have the namespaces of CDS where they have any', () => {
    const roots = STYLES.map((style) =>
      readXml(new TextEncoder().encode(cdsMessage({ functionCode: '09' }, style))),
    );
    const meta = 'urn:wco:datamodel:WCO:DocumentMetaData-DMS:2';
    expect(roots.map((root) => root.ok && root.value.namespace)).toEqual([meta, meta, null]);
  });

  it('can hold several messages', () => {
    const codes = ['01', '13', '09'].map((functionCode) => ({ functionCode }));
    expect(decode(cdsMessage(codes)).map((facts) => facts.type)).toEqual(['DMSACC', 'DMSTAX', 'DMSCLE']);
  });

  it('give a deadline, a payment to make and the reason of a change where asked to', () => {
    const [documents] = decode(cdsMessage({ functionCode: '06', limitAt: ISSUED }));
    const [tax] = decode(
      cdsMessage({ functionCode: '13', statusCode: '4', payNow: { reference: 'qs1', amount: '384.60' } }),
    );
    const [changed] = decode(cdsMessage({ functionCode: '07', reason: 'Weight & value', version: 2 }));
    expect([documents?.deadline, tax?.title, changed?.version, changed?.type]).toEqual([
      '2026-06-01T08:30:15.000Z',
      'Payment due now',
      '2',
      'DMSRES',
    ]);
  });

  it('can be the other things that are in the queue', () => {
    const texts = [
      movementTotals(),
      movementControl({ errors: ['E1'] }),
      movementResponse(),
      importStatus(),
      fileUpload(),
    ];
    expect(texts.flatMap(decode).map(({ kind, problems }) => [kind, problems])).toEqual([
      ['inventory-linking', []],
      ['inventory-linking', []],
      ['inventory-linking', []],
      ['inventory-linking', []],
      ['file-upload', []],
    ]);
  });
});

describe('lives of declarations', () => {
  const lives = lifecycles.map((life, index) => ({
    life,
    messages: declarationLife(seeded(index), life, ISSUED).map(({ at }) => at(ISSUED)),
  }));

  it('follow their sequence under one valid MRN and one LRN', () => {
    for (const { life, messages } of lives) {
      const facts = messages.flatMap((message) => decode(cdsMessage(message)));
      const steps = facts.map(({ functionCode, statusCode }) =>
        [functionCode, statusCode].filter(Boolean).join('/'),
      );
      expect(steps).toEqual(life.steps);
      expect(new Set(facts.map(({ mrn, lrn }) => `${mrn} ${lrn}`)).size).toBe(1);
      expect(isValidMrn(facts[0]?.mrn ?? '', 'dms')).toBe(true);
    }
  });

  it('have message ids of their own, and errors only where something is wrong', () => {
    const all = lives.flatMap(({ messages }) => messages);
    expect(new Set(all.map(({ messageId }) => messageId)).size).toBe(all.length);
    const [rejected] = lives.filter(({ life }) => life.steps.join() === '03');
    expect(rejected?.messages[0]?.errors).toHaveLength(2);
  });

  it('mostly bring what nobody needs to look at', () => {
    const random = seeded(3);
    const attention = lifecycles.flatMap((life) => {
      const facts = declarationLife(random, life, ISSUED).flatMap(({ at }) => decode(cdsMessage(at(ISSUED))));
      return facts.map((each) => ({ attention: each.attention, weight: life.weight }));
    });
    const share = (wanted: string) =>
      attention.filter((each) => each.attention === wanted).reduce((sum, each) => sum + each.weight, 0) /
      attention.reduce((sum, each) => sum + each.weight, 0);
    expect([share('info') > 0.75, share('act') > 0.005 && share('act') < 0.05]).toEqual([true, true]);
  });
});
