import { describe, expect, it } from 'vitest';
import { describeDms, dmsType, dmsTypes, type DmsContent, isGrantedInPart } from './dms.ts';

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

  it('says with a warning what to do, however its code is written', () => {
    const step = (code: string) => describeDms('01', { ...plain, errorCodes: [code] }).nextStep;
    const [INVENTORY, OTHER] = [
      'Check the inventory reference (DE 2/1) with the port or airport system, and correct it if it is wrong.',
      'Check what the warning names, and amend the declaration where it is wrong.',
    ];
    expect(['CDS20001', 'DMS20001', 'cds20001', 'CDS13000'].map(step)).toEqual([
      ...[INVENTORY, INVENTORY, INVENTORY],
      OTHER,
    ]);
  });

  it('tells a rejection from a cancellation and from a lapse', () => {
    expect([
      described('03', { errorCodes: ['CDS12056', 'CDS12046'] }),
      described('03', { errorCodes: ['CDS12046'] }),
      described('03', { errorCodes: ['cds12046'] }),
      described('03', { errorCodes: ['CDS12046', 'CDS12046'] }),
      described('03', { errorCodes: [] }),
    ]).toEqual([
      ['DMSREJ', 'Rejected', 'act', 'rejected'],
      ['DMSREJ', 'Pre-lodged declaration lapsed', 'act', 'cancelled'],
      ['DMSREJ', 'Pre-lodged declaration lapsed', 'act', 'cancelled'],
      ['DMSREJ', 'Rejected', 'act', 'rejected'],
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

  it('says that a request was granted in part, which a person must act on', () => {
    expect([
      described('11', { statusCode: '41', otherStatusCodes: ['39'] }),
      described('11', { statusCode: '41', otherStatusCodes: ['40'] }),
      described('11', { statusCode: '39', otherStatusCodes: ['40'] }),
    ]).toEqual([
      ['DMSREQ', 'Request granted in part', 'act', 'request-denied'],
      ['DMSREQ', 'Request denied', 'act', 'request-denied'],
      ['DMSREQ', 'Request granted', 'info', 'request-granted'],
    ]);
    const titles = [['41', '39'], ['41'], ['39']].map(
      ([statusCode = null, ...otherStatusCodes]) =>
        describeDms('11', { ...plain, statusCode, otherStatusCodes }).title,
    );
    expect(titles.map(isGrantedInPart)).toEqual([true, false, false]);
  });

  it('says how far the calculation is that must be paid now', () => {
    const meanings = ['67', '4', null].map(
      (statusCode) => describeDms('13', { ...plain, statusCode, paymentReference: true }).meaning,
    );
    const asked =
      'CDS has calculated the duty and tax and asks for immediate payment under its own reference.';
    expect(meanings).toEqual([
      `${asked} The calculation is indicative.`,
      `${asked} The calculation is final.`,
      asked,
    ]);
  });

  it('says of a tax calculation that it names errors', () => {
    const read = (content: Partial<DmsContent>) => {
      const { title, meaning, nextStep, attention } = describeDms('13', {
        ...plain,
        errorCodes: ['CDS40045'],
        ...content,
      });
      return [title, meaning, nextStep, attention];
    };
    const named = 'The message names errors, which are listed.';
    const check = 'Check what the errors name, and amend the declaration where it is wrong.';
    expect([
      read({}),
      read({ statusCode: '4' }),
      read({ statusCode: '4', paymentReference: true }).map((text) => text?.slice(-named.length)),
    ]).toEqual([
      ['Tax calculated, with errors', `CDS has calculated the duty and tax. ${named}`, check, 'watch'],
      ['Tax calculated, final, with errors', `The final duty and tax. ${named}`, check, 'watch'],
      ['Payment due now, with errors', named, check.slice(-named.length), 'act'],
    ]);
  });

  it('says that a rejection holds more errors than it shows', () => {
    const told = ['CDS19999', 'dms19999'].map((code) => {
      const texts = describeDms('03', { ...plain, errorCodes: ['CDS10001', code] });
      return [texts.title, /does not show/.test(texts.meaning), /not shown/.test(texts.nextStep ?? '')];
    });
    expect(told).toEqual(Array(2).fill(['Rejected', true, true]));
  });

  it('promises a deadline only where the message gives one', () => {
    const promises = (code: string, limit: boolean) =>
      /before the deadline/.test(describeDms(code, { ...plain, limit }).nextStep ?? '');
    expect(['06', '18'].map((code) => [promises(code, true), promises(code, false)])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it('tells an arrival and a trader’s amendment from other changes', () => {
    expect(
      [['16', '16'], ['32'], ['16', '28'], [null], []].map(
        (changeReasons) => described('07', { changeReasons })[1],
      ),
    ).toEqual([
      'Declaration changed by the arrival',
      'Declaration amended',
      'Declaration changed',
      'Declaration changed',
      'Declaration changed',
    ]);
  });

  it('tells a reminder to pay from a reminder of an account that is short', () => {
    expect([
      described('15', { guarantee: true }),
      described('15', { paymentReference: true }),
      described('15'),
    ]).toEqual([
      ['DMSCPR', 'Reminder: not enough on the account', 'act', 'tax'],
      ['DMSCPR', 'Reminder to pay now', 'act', 'tax'],
      ['DMSCPR', 'Reminder to pay', 'act', 'tax'],
    ]);
  });

  it('takes an exit result that is not known for no evidence of export', () => {
    expect(['A1', 'A2', null, 'B1'].map((statusCode) => described('16', { statusCode }).slice(2))).toEqual([
      ['info', 'exited'],
      ['info', 'exited'],
      ['info', 'exited'],
      ['watch', 'unknown'],
    ]);
  });

  it('names a CERTEX check by how the text begins', () => {
    expect(
      ['CERTEX Check: see message', 'About the CERTEX check'].map(
        (text) => described('51', { texts: [text] })[1],
      ),
    ).toEqual(['Query from customs, CERTEX check', 'Query from customs']);
  });

  it('says for an export that is cancelled that the time to leave may have run out', () => {
    const steps = (['export', 'import'] as const).map(
      (trade) => describeDms('10', { ...plain, trade }).nextStep,
    );
    expect(steps.map((step) => /150 days/.test(step ?? ''))).toEqual([true, false]);
  });

  it('points to a reason for a cancellation, and to what is asked with a document request', () => {
    expect(
      ['10', '06'].map((code) => describeDms(code, { ...plain, texts: ['Goods went back'] }).meaning),
    ).toEqual([
      'The declaration no longer counts. The message gives a reason, which is shown with it.',
      'Customs wants to see documents before it goes on. Read what it says with the request.',
    ]);
  });

  it('knows the receipt of what follows a declaration by its lack of a version', () => {
    const follows = (version: string | null) =>
      /followed/.test(describeDms('02', { ...plain, version }).meaning);
    expect([follows(null), follows('1')]).toEqual([true, false]);
  });

  it('shows a code it does not know as it is', () => {
    expect([described('99'), described('toString'), described(null)]).toEqual([
      ['unknown', 'Unknown type 99', 'watch', 'unknown'],
      ['unknown', 'Unknown type toString', 'watch', 'unknown'],
      ['unknown', 'Message without a type', 'watch', 'unknown'],
    ]);
  });
});
