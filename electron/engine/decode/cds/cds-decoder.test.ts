import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsSchema } from '../../../../shared/notification.ts';
import { cdsDecoder } from './cds-decoder.ts';
import { statement } from './response.fixture.ts';

const CONVERSATION = 'b7c1de50-5c3f-4f0c-9f0a-0c6a8a1f2d11';

const decode = (xml: string, envelope: Record<string, string> = { 'x-conversation-id': CONVERSATION }) =>
  cdsDecoder.decode(new TextEncoder().encode(xml), { envelope });

const facts = (xml: string) => {
  const [first, ...others] = decode(xml).map((part) => part.facts);
  if (first === undefined || others.length > 0) throw new Error('not exactly one notification');
  return first;
};

const MRN = '26GB5QUAY51DE0001R';
const date = (text: string) => `<DateTimeString formatCode="304">${text}</DateTimeString>`;

/** One Response without namespaces; `inside` goes before its Declaration. */
const response = (code: string, inside = '', declaration = '') => `<Response>
  <FunctionCode>${code}</FunctionCode>
  <FunctionalReferenceID>0f1e2d3c4b5a69788796a5b4c3d2e1f0</FunctionalReferenceID>
  <IssueDateTime>${date('20261122104011+01')}</IssueDateTime>
  ${inside}
  <Declaration>
    <FunctionalReferenceID>QS-2611-0042</FunctionalReferenceID>
    <ID>${MRN}</ID>
    <VersionID>1</VersionID>
    ${declaration}
  </Declaration>
</Response>`;

const metaData = (...responses: string[]) =>
  `<MetaData><WCOTypeName>RES</WCOTypeName>${responses.join('')}</MetaData>`;

describe('the document around it', () => {
  it('may be as long as the tax of 999 items with seven lines each', () => {
    const fee = (type: string) =>
      `<DutyTaxFee><AdValoremTaxBaseAmount currencyID="GBP">1000.00</AdValoremTaxBaseAmount>` +
      `<DeductAmount currencyID="GBP">0.00</DeductAmount><DutyRegimeCode>100</DutyRegimeCode>` +
      `<SpecificTaxBaseQuantity unitCode="KGM">12.000</SpecificTaxBaseQuantity><TaxRateNumeric>20.00</TaxRateNumeric>` +
      `<TypeCode>${type}</TypeCode><Payment><TaxAssessedAmount currencyID="GBP">200.00</TaxAssessedAmount>` +
      `<PaymentAmount currencyID="GBP">200.00</PaymentAmount></Payment></DutyTaxFee>`;
    const lines = ['A00', 'A20', 'A30', 'A50', 'A80', 'B00', 'B05'].map(fee).join('');
    const items = Array.from(
      { length: 999 },
      (_, place) =>
        `<GovernmentAgencyGoodsItem><SequenceNumeric>${place + 1}</SequenceNumeric><Commodity>${lines}</Commodity></GovernmentAgencyGoodsItem>`,
    );
    const message = metaData(response('13', '', `<GoodsShipment>${items.join('')}</GoodsShipment>`));
    expect([facts(message).payments.length, facts(message).problems]).toEqual([6993, []]);
  });

  it('gives one notification for each Response, each with its own text to search', () => {
    const parts = decode(metaData(response('01'), response('13'), response('09')));
    expect(parts.map((part) => [part.facts.type, part.searchText.split(/\s+/)[0]])).toEqual([
      ['DMSACC', '01'],
      ['DMSTAX', '13'],
      ['DMSCLE', '09'],
    ]);
    expect(parts[0]?.searchText).toBe(
      '01 0f1e2d3c4b5a69788796a5b4c3d2e1f0 20261122104011+01 QS-2611-0042 26GB5QUAY51DE0001R 1',
    );
  });

  it('does not depend on how many zeros a type is written with', () => {
    const types = ['9', '09', '009', '0051', '098', '098x', '123'].map((code) =>
      facts(metaData(response(code))),
    );
    expect(types.map(({ type, functionCode }) => [type, functionCode])).toEqual([
      ...[9, 9, 9].map(() => ['DMSCLE', '09']),
      ['DMSQRY', '51'],
      ...['98', '098x', '123'].map((code) => ['unknown', code]),
    ]);
  });

  it('does not depend on prefixes or namespaces, not even on whole names of the root', () => {
    const one = response('05');
    const prefixed = metaData(one).replace(/<(\/?)([A-Z])/g, '<$1wco:$2');
    const texts = [
      prefixed,
      prefixed.replace('MetaData', 'MetaData xmlns:wco="urn:wco:datamodel:WCO:RES-DMS:2"'),
      metaData(one).replaceAll('MetaData', '_2MetaData'),
      metaData(one)
        .replaceAll('MetaData', '_2MetaData')
        .replace(/(<\/?)Response/g, '$1_2_1Response'),
      `\ufeff<?xml version="1.0" encoding="UTF-8"?>\r\n${metaData(one)}`,
    ];
    expect(texts.map((text) => facts(text))).toEqual(Array(5).fill(facts(metaData(one))));
  });
});

describe('the other things in the queue', () => {
  it('are movements and consolidations of the inventory-linking service', () => {
    const totals = `<n:inventoryLinkingMovementTotalsResponse xmlns:n="http://gov.uk/customs/inventoryLinking/v1">
      <n:messageCode>EMR</n:messageCode><n:masterUCR>GB/QUAY-M1</n:masterUCR>
      <n:movementReference>Move7</n:movementReference>
      <n:entry><n:ucrBlock><n:ucr>6GB000000000000-D1</n:ucr><n:ucrType>D</n:ucrType></n:ucrBlock></n:entry>
    </n:inventoryLinkingMovementTotalsResponse>`;
    const { kind, type, title, attention, references } = facts(totals);
    expect({ kind, type, title, attention, references }).toEqual({
      kind: 'inventory-linking',
      type: 'EMR',
      title: 'Consolidation status (EMR)',
      attention: 'info',
      references: [
        { kind: 'movement', value: 'Move7' },
        { kind: 'mucr', value: 'GB/QUAY-M1' },
        { kind: 'ducr', value: '6GB000000000000-D1' },
        { kind: 'conversation', value: CONVERSATION },
      ],
    });
  });

  it('are answers to movement requests, which can be refusals', () => {
    const control = (action: string) =>
      `<inventoryLinkingControlResponse><messageCode>CST</messageCode><actionCode>${action}</actionCode>
       <error><errorCode>E301</errorCode></error></inventoryLinkingControlResponse>`;
    expect(
      ['1', '2', '3', '4'].map((action) => {
        const { attention, outcome, errors } = facts(control(action));
        return [attention, outcome, errors.map((error) => error.code)];
      }),
    ).toEqual([
      ['watch', 'accepted', ['E301']],
      ['watch', 'accepted', ['E301']],
      ['act', 'rejected', ['E301']],
      ['watch', 'unknown', ['E301']],
    ]);
  });

  it('are import statuses for community systems, with the MRN as entry number', () => {
    const status = `<InventoryLinkingImportsDeclarationStatusNotification>
      <entryNumber>${MRN}</entryNumber><entryVersionNumber>2</entryVersionNumber>
    </InventoryLinkingImportsDeclarationStatusNotification>`;
    const { kind, title, mrn, version } = facts(status);
    expect([kind, title, mrn, version]).toEqual(['inventory-linking', 'Import declaration status', MRN, '2']);
  });

  it('are results of file uploads that may name no file', () => {
    const meaning = (outcome: string) =>
      facts(
        `<Root xmlns="hmrc:fileupload"><FileReference>f-1</FileReference><Outcome>${outcome}</Outcome></Root>`,
      ).meaning;
    expect(['SUCCESS', 'REJECTED', 'LATER'].map(meaning)).toEqual([
      'The file was taken in.',
      'The file was refused.',
      'HMRC reports on the file without an outcome that Quayside knows.',
    ]);
  });

  it('are results of file uploads', () => {
    const upload = (outcome: string) =>
      `<Root xmlns="hmrc:fileupload"><FileReference>f-1</FileReference><FileName>invoice.pdf</FileName>
       <Outcome>${outcome}</Outcome><Details>Too large</Details></Root>`;
    expect(
      ['SUCCESS', 'REJECTED', 'LATER'].map((outcome) => {
        const { kind, type, title, meaning, attention } = facts(upload(outcome));
        return [kind, type, title, meaning, attention];
      }),
    ).toEqual([
      ['file-upload', 'file-upload', 'File uploaded', 'invoice.pdf was taken in.', 'info'],
      ['file-upload', 'file-upload', 'File refused', 'invoice.pdf was refused: Too large', 'act'],
      [
        'file-upload',
        'file-upload',
        'File upload, outcome unknown',
        'HMRC reports on invoice.pdf without an outcome that Quayside knows.',
        'watch',
      ],
    ]);
  });
});

const ERROR = `<Error><ValidationCode>CDS12056</ValidationCode>
  <Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>68A</DocumentSectionCode></Pointer></Error>`;

describe('what cannot be read', () => {
  it.each([
    [
      'cut off',
      '<MetaData>\n<Response><FunctionCode>09',
      'not readable as XML: unclosed tag: FunctionCode (line 2)',
    ],
    ['empty', '', 'not readable as XML: empty'],
    [
      'an error body',
      '<errorResponse><code>NOT_FOUND</code></errorResponse>',
      'the root element errorResponse is not one that CDS is known to send',
    ],
    [
      'an envelope alone',
      '<MetaData><WCOTypeName>RES</WCOTypeName></MetaData>',
      'MetaData holds no Response',
    ],
    [
      'another Root',
      '<Root><a/></Root>',
      'Root is not a file upload result: it has neither FileReference nor Outcome',
    ],
  ])('is kept, with the reason: %s', (_what, xml, problem) => {
    const [part] = decode(xml);
    expect(part).toMatchObject({
      searchText: xml,
      facts: {
        kind: 'unrecognised',
        type: 'unknown',
        attention: 'watch',
        conversationId: CONVERSATION,
        problems: [problem],
      },
    });
  });

  it('never throws, and its facts keep to their schema, however a message is damaged', () => {
    const whole = metaData(response('03', ERROR), response('13', '<Status><NameCode>67</NameCode></Status>'));
    const damage = fc.record({
      at: fc.nat(whole.length),
      remove: fc.nat(30),
      insert: fc.oneof(
        fc.string({ maxLength: 10 }),
        fc.constantFrom(
          '<',
          '</',
          '&',
          '<Response>',
          '<FunctionCode>99</FunctionCode>',
          '<!--',
          ']]>',
          '\u0000',
        ),
      ),
    });
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 4 }), (damages) => {
        const text = damages.reduce(
          (before, { at, remove, insert }) => before.slice(0, at) + insert + before.slice(at + remove),
          whole,
        );
        const parts = decode(text);
        expect(parts.length).toBeGreaterThan(0);
        for (const part of parts) {
          expect(factsSchema.parse(part.facts)).toEqual(part.facts);
          expect(part.facts.kind !== 'unrecognised' || part.facts.problems.length > 0).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads names that have lost the colon of their prefix, at any depth', () => {
    const [part] = cdsDecoder.decode(
      new TextEncoder().encode(
        `<_2MetaData><_2_1Response><_2_1FunctionCode>01</_2_1FunctionCode><_2_1Declaration>
        <_2_1ID>26GB5QUAY51DE000A1</_2_1ID></_2_1Declaration></_2_1Response></_2MetaData>`,
      ),
      { envelope: {} },
    );
    expect([part?.facts.type, part?.facts.mrn]).toEqual(['DMSACC', '26GB5QUAY51DE000A1']);
  });

  it('joins a statement to the Error of the Response that its pointer names', () => {
    const response = (place: number) =>
      `<Response><FunctionCode>03</FunctionCode><Error><ValidationCode>CDS12056</ValidationCode></Error>${statement(
        { text: 'why', at: `07B[${place}]/53A[1]` },
      )}</Response>`;
    const told = cdsDecoder
      .decode(new TextEncoder().encode(`<MetaData>${[1, 2, 4].map(response).join('')}</MetaData>`), {
        envelope: {},
      })
      .map(({ facts }) => facts.errors[0]?.description);
    expect(told).toEqual(['why', 'why', null]);
  });
});
