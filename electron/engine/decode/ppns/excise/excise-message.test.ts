import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoded, exciseXml, fields, noticeJson } from './excise.fixture.ts';
import { bodyReaders } from './readers/body-readers.ts';
import { noticeVariants } from './variants/notices.ts';

describe('an excise message', () => {
  it('of every type is told both by its notice and by itself', () => {
    expect(Object.keys(bodyReaders).sort()).toEqual(Object.keys(noticeVariants).sort());
  });

  it('of a type without a description says so, with its type', () => {
    const notice = decoded(noticeJson('IE844', null));
    const message = decoded(exciseXml('IE844', 'Content', ''));
    expect([notice, message].map(({ type, title, attention }) => [type, title, attention])).toEqual([
      ['IE844', 'Excise message IE844', 'watch'],
      ['IE844', 'Excise message IE844', 'watch'],
    ]);
  });

  it.each(['IE815', 'IE825', 'IE880'])('of type %s is known as one that the trader sent', (type) => {
    const read = decoded(
      exciseXml(
        type,
        'Content',
        `<EadEsadDraft>${fields({ LocalReferenceNumber: 'HS-2026-0417' })}</EadEsadDraft>`,
      ),
    );
    expect([read.attention, read.lrn, read.meaning.startsWith('You sent this message yourself')]).toEqual([
      'info',
      'HS-2026-0417',
      true,
    ]);
  });

  it('claims by its notice only what its type alone says', () => {
    const claims = Object.keys(noticeVariants).map((type) => {
      const { statusCode, keyFact, deadline, errors, details } = decoded(noticeJson(type, null));
      return [statusCode, keyFact, deadline, errors.length, details.length];
    });
    expect(claims).toEqual(claims.map(() => [null, null, null, 0, 0]));
  });

  it('is read to the end whatever stands in it', () => {
    const name = fc.constantFrom(
      ...['Attributes', 'ReportOfReceiptExport', 'GlobalConclusionOfReceipt', 'FunctionalError', 'ErrorType'],
      ...[
        'ErrorLocation',
        'DestinationChanged',
        'DestinationTypeCode',
        'BodyReportOfReceiptExport',
        'DownstreamArc',
      ],
      ...[
        'UnsatisfactoryReason',
        'PerformedControlAction',
        'AdministrativeReferenceCode',
        'Status',
        'LimitDateAndTime',
      ],
      ...[
        'HeaderEadEsad',
        'SequenceNumber',
        'JourneyTime',
        'EadEsad',
        'DateOfDispatch',
        'UbrCrosscheckResult',
      ],
    );
    const value = fc.constantFrom(
      '1',
      '11',
      '',
      'constructor',
      '__proto__',
      '2026-02-30',
      '/constructor[0]/a',
      'X13',
    );
    const { element } = fc.letrec<{ element: string }>((tie) => ({
      element: fc
        .tuple(
          name,
          fc.oneof(
            { depthSize: 'small' },
            value,
            fc.array(tie('element'), { maxLength: 3 }).map((all) => all.join('')),
          ),
        )
        .map(([tag, content]) => `<${tag}>${content}</${tag}>`),
    }));
    const type = fc.constantFrom(...Object.keys(bodyReaders));
    fc.assert(
      fc.property(type, fc.array(element, { maxLength: 6 }), (named, content) => {
        const read = decoded(exciseXml(named, 'Content', content.join('')));
        expect([read.kind, read.type]).toEqual(['ppns', named]);
        expect(read.attention === 'act' && read.nextStep === null).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
