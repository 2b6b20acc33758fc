import { describe, expect, it } from 'vitest';
import { cdsDecoder } from '../cds-decoder.ts';
import { metaDataXml, MRN, type WrittenMessage } from './dms.fixture.ts';

const decode = (text: string) =>
  cdsDecoder
    .decode(new TextEncoder().encode(text), { envelope: { 'x-conversation-id': 'c-1' } })
    .map(({ facts }) => facts);

/** A message up to and with a piece of its text. */
const upTo = (message: WrittenMessage, end: string) => {
  const text = metaDataXml(message);
  return text.slice(0, text.indexOf(end) + end.length);
};

describe('a damaged message', () => {
  it('keeps what was whole before the damage, and nothing that was not', () => {
    const [facts, ...others] = decode(
      upTo({ code: '01', errors: ['CDS13000'] }, `<ID>${MRN}</ID>`).concat(
        '\n<VersionID>1</VersionI></Declaration>',
      ),
    );
    expect([others, facts]).toEqual([
      [],
      {
        kind: 'unrecognised',
        type: 'DMSACC',
        functionCode: '01',
        statusCode: null,
        title: 'Damaged message: declaration accepted',
        meaning:
          'The message is damaged: only what comes before the damage was read. Customs has legally accepted the declaration.',
        nextStep: 'Look the declaration or consignment up in CDS, and read the message itself.',
        keyFact: null,
        attention: 'watch',
        outcome: 'unknown',
        mrn: MRN,
        lrn: 'QS-2611-0042',
        version: null,
        messageId: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
        conversationId: 'c-1',
        issuedAt: '2026-11-22T10:40:11.000Z',
        trader: null,
        references: [
          { kind: 'mrn', value: MRN },
          { kind: 'lrn', value: 'QS-2611-0042' },
          { kind: 'conversation', value: 'c-1' },
        ],
        errors: [
          expect.objectContaining({ code: 'CDS13000', pointer: '42A', advisory: true, description: null }),
        ],
        payments: [],
        amendments: [],
        details: [],
        deadline: null,
        problems: [
          'not readable as XML: unexpected close tag (line 10)',
          'what comes after the damage was not read',
        ],
      },
    ]);
  });

  const damaged = (piece: string) =>
    decode(metaDataXml({ code: '09' }).replace('<Declaration>', `${piece}<Declaration>`)).map(
      ({ kind, functionCode, mrn, lrn, problems }) => [kind, functionCode, mrn, lrn, problems.slice(1)],
    );
  const text = (inside: string) =>
    `<AdditionalInformation><StatementDescription>${inside}</StatementDescription></AdditionalInformation>`;

  it.each(['Tom & Jerry', 'a&nbsp;b', 'a\u0001b'])(
    'keeps the MRN of its declaration where a text before it is damaged: %j',
    (inside) => {
      expect(damaged(text(inside))).toEqual([
        [
          ...['unrecognised', '09', MRN, 'QS-2611-0042'],
          ['of what comes after the damage only the MRN and LRN were read'],
        ],
      ]);
    },
  );

  it.each([
    ['a comment may hold it', `${text('a & b')}<!-- `, '<Declaration>'],
    ['it is damaged itself', text('a & b'), '<Declaration><X>&</X>'],
    ['its MRN is not whole', text('a & b'), '<Declaration></ID>'],
    ['another Response may be its own', `${text('a & b')}</Response><Response>`, '<Declaration>'],
  ])('leaves the MRN where %s', (_why, piece, start) => {
    const whole = metaDataXml({ code: '09' }).replace('<Declaration>', `${piece}${start}`);
    expect(decode(whole)[0]?.mrn).toBeNull();
  });

  it('is a rejection only where an Error that refuses was read', () => {
    const cut = (errors: readonly string[]) => upTo({ code: '03', errors }, '<Declaration>');
    const CANNOT_TELL =
      'it cannot be told whether the message names errors: it rejects, cancels or ends a declaration';
    expect(
      [cut([]), cut(['CDS12046']), cut(['CDS12056'])].map((text) => {
        const [facts] = decode(text);
        return [facts?.title, facts?.attention, facts?.outcome, facts?.problems.slice(2)];
      }),
    ).toEqual([
      ['Damaged message: rejected, cancelled or lapsed', 'act', 'unknown', [CANNOT_TELL]],
      ['Damaged message: rejected, cancelled or lapsed', 'act', 'unknown', [CANNOT_TELL]],
      ['Damaged message: rejected', 'act', 'unknown', []],
    ]);
  });

  it.each([
    ['05', 'Damaged message: physical examination', 'act'],
    ['09', 'Damaged message: cleared', 'watch'],
    ['98', 'Damaged message: unknown type 98', 'watch'],
  ])('is as urgent as its type, at least to be watched: %s', (code, title, attention) => {
    const [facts] = decode(upTo({ code }, '</FunctionCode>'));
    expect([facts?.title, facts?.attention, facts?.type === 'unknown']).toEqual([
      title,
      attention,
      code === '98',
    ]);
  });

  it('tells how a request was answered, if that was read', () => {
    const answer = (status: string) => decode(upTo({ code: '11', status }, '<Declaration>'))[0]?.title;
    expect([answer('39'), answer('41')]).toEqual([
      'Damaged message: request granted',
      'Damaged message: request denied',
    ]);
  });

  it('says that goods have left only where the result that says so was read', () => {
    const exit = (status: string, end: string) => {
      const [facts] = decode(upTo({ code: '16', status }, end));
      return [facts?.title, facts?.meaning.split(' was read. ')[1]];
    };
    expect([
      exit('A1', '</IssueDateTime>'),
      exit('B1', '<Declaration>'),
      exit('A2', '<Declaration>'),
    ]).toEqual([
      [
        'Damaged message: exit reported, result not known',
        'Customs reports on the exit of the goods, but no result was read.',
      ],
      [
        'Damaged message: exit reported, result not known',
        'Customs reports on the exit of the goods, with a result that Quayside does not know.',
      ],
      ['Damaged message: goods have left', 'The goods have left the country through the office of exit.'],
    ]);
  });

  it('leaves the whole messages around it whole', () => {
    const text = metaDataXml({ code: '01' }, { code: '13' }, { code: '09' });
    const cut = text.slice(0, text.indexOf('>09<'));
    expect(decode(cut).map(({ kind, type, problems }) => [kind, type, problems])).toEqual([
      ['dms', 'DMSACC', []],
      ['dms', 'DMSTAX', []],
      ['unrecognised', 'unknown', ['not readable as XML: unclosed tag: Response (line 23)']],
    ]);
  });

  it('is none where only the end of what is around it is missing', () => {
    const whole = metaDataXml({ code: '09' });
    const lost = (text: string) => decode(text).map(({ kind, problems }) => [kind, ...problems]);
    expect([lost(whole.slice(0, -4)), lost(`${whole.slice(0, -11)}<Respo`)]).toEqual([
      [['dms', 'the message is whole, but not what is around it: unclosed tag: MetaData (line 12)']],
      [['dms'], ['unrecognised', 'not readable as XML: unclosed tag: MetaData (line 12)']],
    ]);
  });

  it('of the inventory-linking service keeps its code and references', () => {
    const [facts] = decode(
      '<inventoryLinkingMovementResponse><messageCode>EAL</messageCode><movementReference>Move7</movementReference><goods',
    );
    expect([facts?.kind, facts?.type, facts?.title.split(':')[0], facts?.references]).toEqual([
      'unrecognised',
      'EAL',
      'Damaged message',
      [
        { kind: 'movement', value: 'Move7' },
        { kind: 'conversation', value: 'c-1' },
      ],
    ]);
  });

  it.each([
    [
      'a document type definition',
      `<!DOCTYPE a [<!ENTITY m "${metaDataXml({ code: '01' })}">]>${metaDataXml({ code: '09' })}`,
    ],
    ['an unclosed comment', `<a/x><!-- ${metaDataXml({ code: '01' })}`],
    ['an unclosed section', `<a><![CDATA[ ${metaDataXml({ code: '01' })}`],
  ])('is never what stands in %s', (_where, text) => {
    expect(decode(text).every(({ kind, mrn }) => kind === 'unrecognised' && mrn === null)).toBe(true);
  });
});
