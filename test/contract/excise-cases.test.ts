import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ppnsDecoder } from '../../electron/engine/decode/ppns/ppns-decoder.ts';
import { factsSchema, type Facts } from '../../shared/notification.ts';

/** Inputs from the field with what must be true of each, kept beside the checkout. */
const FOLDER = fileURLToPath(new URL('../../../shared/cases/excise/', import.meta.url));
const isThere = existsSync(FOLDER);
if (!isThere) console.info(`skipped: no cases in ${FOLDER}`);

function factsOf(name: string): Facts {
  const [part] = ppnsDecoder.decode(readFileSync(`${FOLDER}${name}`));
  return factsSchema.parse(part?.facts);
}

describe.skipIf(!isThere)('excise cases from the field', () => {
  it('a refused receipt calls for the consignor and is no exit', () => {
    const { title, attention, outcome, statusCode } = factsOf('ie818-receipt-refused.xml');
    expect({ title, attention, outcome, statusCode }).toEqual({
      title: 'Receipt refused',
      attention: 'act',
      outcome: 'rejected',
      statusCode: '3',
    });
  });

  it('an accepted receipt is good news and is no exit', () => {
    const { title, attention, outcome, statusCode } = factsOf('ie818-receipt-accepted.xml');
    expect({ title, attention, outcome, statusCode }).toEqual({
      title: 'Goods received, all in order',
      attention: 'info',
      outcome: 'accepted',
      statusCode: '1',
    });
  });

  it('a notice of an IE818 says neither', () => {
    const { title, attention, outcome, statusCode, references } = factsOf('notification-ie818.json');
    expect({
      title,
      attention,
      outcome,
      statusCode,
      arc: references.find(({ kind }) => kind === 'arc'),
    }).toEqual({
      title: 'Receipt or export reported',
      attention: 'watch',
      outcome: 'unknown',
      statusCode: null,
      arc: { kind: 'arc', value: '26GB00000000000300001' },
    });
  });

  it('a reminder has its limit and says what is due', () => {
    const { title, attention, deadline, statusCode } = factsOf('ie802-reminder.xml');
    expect({ title, attention, deadline, statusCode }).toEqual({
      title: 'Reminder: report of receipt or export is due',
      attention: 'act',
      deadline: '2026-12-05T12:00:00.000Z',
      statusCode: '2',
    });
  });

  it('an interruption shows the reason that the officials give', () => {
    const { attention, keyFact, meaning, statusCode } = factsOf('ie807-interrupted.xml');
    expect({ attention, keyFact, statusCode, isSaid: meaning.includes('Seized at roadside check') }).toEqual({
      attention: 'act',
      keyFact: 'fraud suspected',
      statusCode: '1',
      isSaid: true,
    });
  });
});
