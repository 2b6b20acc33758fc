import { describe, expect, it } from 'vitest';
import { describeDms, dmsType, dmsTypes, type DmsContent } from './dms.ts';

const plain: DmsContent = { statusCode: null, errorCodes: [], paymentReference: false };

const described = (code: string | null, content: Partial<DmsContent> = {}) => {
  const { name, title, attention, outcome } = describeDms(code, { ...plain, ...content });
  return [name, title, attention, outcome];
};

describe('the catalogue of DMS types', () => {
  it('has every code that CDS uses, each with its name and how urgent it is', () => {
    expect(
      dmsTypes.map(({ code, name, attention, outcome }) => `${code} ${name} ${attention} ${outcome}`),
    ).toEqual([
      '01 DMSACC info accepted',
      '02 DMSRCV info registered',
      '03 DMSREJ act rejected',
      '04 DMSINC watch unknown',
      '05 DMSCTL act control',
      '06 DMSDOC act documents-required',
      '07 DMSRES watch amended',
      '08 DMSROG info released',
      '09 DMSCLE info cleared',
      '10 DMSINV act cancelled',
      '11 DMSREQ watch unknown',
      '13 DMSTAX info tax',
      '14 DMSCPI act tax',
      '15 DMSCPR act tax',
      '16 DMSEOG info exited',
      '17 DMSEXT act unknown',
      '18 DMSGER act query',
      '50 DMSALV act held',
      '51 DMSQRY act query',
      '52 DMSDET act held',
    ]);
  });

  it('says what to do wherever something must be done', () => {
    expect(dmsTypes.filter((type) => type.attention === 'act' && type.nextStep === null)).toEqual([]);
  });

  it('writes whole sentences, short enough to read at a glance', () => {
    const sentences = dmsTypes.flatMap(({ meaning, nextStep }) => [meaning, nextStep ?? 'None.']);
    expect(sentences.filter((text) => !/^[A-Z].*\.$/.test(text) || text.length > 160)).toEqual([]);
    expect(dmsTypes.filter(({ title }) => title.length > 45)).toEqual([]);
  });

  it('is looked up by code, with its leading zero', () => {
    expect([dmsType('06')?.name, dmsType('07')?.name, dmsType('6'), dmsType('99')]).toEqual([
      'DMSDOC',
      'DMSRES',
      null,
      null,
    ]);
  });
});

describe('what the content of a message changes', () => {
  it('makes an Error on an accepted or registered message a warning, not a rejection', () => {
    expect([
      described('01', { errorCodes: ['CDS13000'] }),
      described('02', { errorCodes: ['CDS20001'] }),
    ]).toEqual([
      ['DMSACC', 'Declaration accepted, with a warning', 'watch', 'accepted'],
      ['DMSRCV', 'Message registered, with a warning', 'watch', 'registered'],
    ]);
  });

  it('tells a rejection from a cancellation and from a lapse', () => {
    expect([
      described('03', { errorCodes: ['CDS12056', 'CDS12046'] }),
      described('03', { errorCodes: ['CDS12046'] }),
      described('03', { errorCodes: [] }),
    ]).toEqual([
      ['DMSREJ', 'Rejected', 'act', 'rejected'],
      ['DMSREJ', 'Pre-lodged declaration lapsed', 'act', 'cancelled'],
      ['DMSREJ', 'Pre-lodged declaration cancelled', 'watch', 'cancelled'],
    ]);
  });

  it('reads the answer to a request from the status', () => {
    expect(['39', '41', '7', null].map((statusCode) => described('11', { statusCode }))).toEqual([
      ['DMSREQ', 'Request granted', 'info', 'request-granted'],
      ['DMSREQ', 'Request denied', 'act', 'request-denied'],
      ['DMSREQ', 'Answer to a request', 'watch', 'unknown'],
      ['DMSREQ', 'Answer to a request', 'watch', 'unknown'],
    ]);
  });

  it('names the stage of a tax calculation, and a payment that is asked for', () => {
    expect([
      ...['67', '115', '4', null].map((statusCode) => described('13', { statusCode })),
      described('13', { statusCode: '4', paymentReference: true }),
    ]).toEqual([
      ['DMSTAX', 'Tax calculated, indicative', 'info', 'tax'],
      ['DMSTAX', 'Tax calculated, provisional', 'info', 'tax'],
      ['DMSTAX', 'Tax calculated, final', 'info', 'tax'],
      ['DMSTAX', 'Tax calculated', 'info', 'tax'],
      ['DMSTAX', 'Payment due now', 'act', 'tax'],
    ]);
  });

  it('shows a code it does not know as it is', () => {
    expect([described('99'), described('toString'), described(null)]).toEqual([
      ['unknown', 'Unknown type 99', 'watch', 'unknown'],
      ['unknown', 'Unknown type toString', 'watch', 'unknown'],
      ['unknown', 'Message without a type', 'watch', 'unknown'],
    ]);
  });
});
