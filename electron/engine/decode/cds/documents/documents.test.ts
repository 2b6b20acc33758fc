import { describe, expect, it } from 'vitest';
import { cdsDecoder } from '../cds-decoder.ts';
import { metaDataXml, MRN, responseXml } from './dms.fixture.ts';

const decode = (payload: string | Uint8Array) =>
  cdsDecoder.decode(typeof payload === 'string' ? new TextEncoder().encode(payload) : payload, {
    envelope: {},
  });

/** Of each notification its kind and type, and what is wrong with it. */
const told = (payload: string | Uint8Array) =>
  decode(payload).map(({ facts }) => [facts.kind, facts.type, ...facts.problems]);

const ACCEPTED = metaDataXml({ code: '01' });
const TAXED = metaDataXml({ code: '13' });
const CLEARED = metaDataXml({ code: '09' });
const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

describe('several documents in one payload', () => {
  it.each([
    ['with declarations', [`${XML}\n${ACCEPTED}`, `${XML}${TAXED}`, `${XML}${CLEARED}`]],
    ['without', [ACCEPTED, TAXED, CLEARED]],
    [
      'some with, and a mark before each',
      [`\ufeff${ACCEPTED}\r\n`, `\ufeff${XML}${TAXED}\n`, `\ufeff${CLEARED}`],
    ],
    [
      'with comments between',
      [ACCEPTED, `<!-- the next -->${TAXED}`, `<?then more?>\n${CLEARED}<!-- end -->`],
    ],
    ['as Responses without MetaData', ['01', '13', '09'].map((code) => responseXml({ code }))],
  ])('are each read: %s', (_how, documents) => {
    expect(decode(documents.join(''))).toEqual(documents.flatMap((each) => decode(each)));
    expect(told(documents.join(''))).toEqual([
      ['dms', 'DMSACC'],
      ['dms', 'DMSTAX'],
      ['dms', 'DMSCLE'],
    ]);
  });

  const beforeDeclaration = (text: string) => text.slice(0, text.indexOf('<Declaration>'));
  const LOST = 'what comes after the damage was not read';
  it.each([
    [
      'cut off before a declaration',
      `${ACCEPTED}\n${beforeDeclaration(TAXED)}${XML}${CLEARED}`,
      'an XML declaration must be at the start of the document (line 18)',
    ],
    [
      'cut off between elements',
      `${ACCEPTED}\n${beforeDeclaration(TAXED)}${CLEARED}`,
      'another document begins here (line 18)',
    ],
    [
      'with a bare ampersand',
      `${ACCEPTED}\n${TAXED.replace('QS-2611', 'A & B')}\n${CLEARED}`,
      'an & that is not written as &amp; (line 19)',
    ],
  ])('cost no other what is broken in one: %s', (_how, payload, problem) => {
    const parts = told(payload);
    expect([parts[0], parts.at(-1), parts.length]).toEqual([['dms', 'DMSACC'], ['dms', 'DMSCLE'], 3]);
    expect(parts[1]).toEqual(['unrecognised', 'DMSTAX', `not readable as XML: ${problem}`, LOST]);
  });

  it('say so where something else stands between them', () => {
    expect(told(`200 OK\n\n${ACCEPTED}\n--\n${CLEARED}\n</all>`)).toEqual([
      [
        'dms',
        'DMSACC',
        '8 characters outside of any document were not read (line 1)',
        '3 characters outside of any document were not read (line 15)',
      ],
      ['dms', 'DMSCLE', '6 characters outside of any document were not read (line 28)'],
    ]);
  });

  it('may each have an encoding of its own', () => {
    const named = (text: string) => text.replace('QS-2611', 'QS-é');
    const payload = Buffer.concat([
      Buffer.from(named(ACCEPTED), 'utf8'),
      Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${named(TAXED)}`, 'latin1'),
      Buffer.from(`\n${XML}\n${named(CLEARED)}`, 'latin1'),
    ]);
    expect(decode(payload).map(({ facts }) => [facts.type, facts.lrn, ...facts.problems])).toEqual([
      ['DMSACC', 'QS-é-0042'],
      ['DMSTAX', 'QS-é-0042'],
      ['DMSCLE', null, 'not valid UTF-8 (line 31): letters beyond ASCII are read as windows-1252'],
    ]);
  });

  it('are as many as any payload really holds, and the rest is kept unread', () => {
    const parts = told('<a/>'.repeat(3000));
    expect([parts.length, parts.at(-1)]).toEqual([
      1001,
      ['unrecognised', 'unknown', 'not readable as XML: too many documents (line 1)'],
    ]);
  });
});

describe('what is wrapped', () => {
  const soap = (body: string) =>
    `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header><MetaData/></s:Header><s:Body>${body}</s:Body></s:Envelope>`;
  it.each([
    ['a SOAP envelope', soap(ACCEPTED)],
    ['a Response that is none', `<Response><status>200</status><body>${ACCEPTED}</body></Response>`],
    ['a root of any name', `<Root><MetaData/><list>${ACCEPTED}</list></Root>`],
    ['CDATA', `<push><id>1</id><xml><![CDATA[${XML}${ACCEPTED}]]></xml></push>`],
    [
      'CDATA that declares another encoding',
      `<push><![CDATA[<?xml version="1.0" encoding="UTF-16"?>${ACCEPTED}]]></push>`,
    ],
    ['escaped text', `<push><id>1</id><xml> ${escaped(ACCEPTED)} </xml></push>`],
    ['an envelope in escaped text', `<push>${escaped(soap(ACCEPTED))}</push>`],
    ['no MetaData', responseXml({ code: '01' })],
    ['a SOAP envelope and no MetaData', soap(responseXml({ code: '01' }))],
  ])('is found in %s', (_where, payload) => {
    expect(decode(payload)).toEqual(decode(ACCEPTED));
  });

  it('is found with everything else that the wrapper holds, in order', () => {
    const upload =
      '<Root xmlns="hmrc:fileupload"><FileReference>f</FileReference><Outcome>SUCCESS</Outcome></Root>';
    const other = '<Root><FileReference>f</FileReference><Outcome>SUCCESS</Outcome></Root>';
    const movement =
      '<inventoryLinkingControlResponse><messageCode>CST</messageCode></inventoryLinkingControlResponse>';
    const payload = `<all>${upload}${other}<x>${escaped(TAXED + CLEARED)}</x>${movement}${ACCEPTED}</all>`;
    expect(told(payload)).toEqual([
      ['file-upload', 'file-upload'],
      ['dms', 'DMSTAX'],
      ['dms', 'DMSCLE'],
      ['inventory-linking', 'CST'],
      ['dms', 'DMSACC'],
    ]);
  });

  it('is never the declaration inside a message, nor what is wrapped twice', () => {
    const inside = ACCEPTED.replace(
      '</Response>',
      `<Declaration><FunctionCode>9</FunctionCode>${responseXml({ code: '10' })}</Declaration></Response>`,
    );
    expect([told(inside), told(`<a>${escaped(`<b>${escaped(ACCEPTED)}</b>`)}</a>`)]).toEqual([
      [['dms', 'DMSACC']],
      [['unrecognised', 'unknown', 'the root element a is not one that CDS is known to send']],
    ]);
  });

  it('is as damaged in its text as it would be by itself, with the line in the payload', () => {
    const payload = `<push>\n<xml><![CDATA[\n${ACCEPTED.slice(0, 260)}]]></xml></push>`;
    expect(decode(payload)[0]?.facts).toMatchObject({
      kind: 'unrecognised',
      type: 'DMSACC',
      messageId: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
      problems: [
        'not readable as XML: unclosed tag: Declaration (line 8)',
        'what comes after the damage was not read',
      ],
    });
  });
});

describe('untidy values', () => {
  it('are read as what they mean', () => {
    const untidy = `\ufeff  \r\n<_2MetaData><_2_1Response><FunctionCode>\n 9\t</FunctionCode>
      <FunctionalReferenceID> 0f1e2d3c4b5a69788796a5b4c3d2e1f0\n</FunctionalReferenceID>
      <IssueDateTime><DateTimeString> 20261122104011Z </DateTimeString></IssueDateTime>
      <Declaration><FunctionalReferenceID><![CDATA[QS-2611-0042]]></FunctionalReferenceID>
      <ID> ${MRN.slice(0, 4)}<!-- -->${MRN.slice(4)} </ID><VersionID>\u00a01</VersionID></Declaration>
      </_2_1Response></_2MetaData>\n\n`;
    expect(decode(untidy).map(({ facts }) => facts)).toEqual(decode(CLEARED).map(({ facts }) => facts));
  });
});
