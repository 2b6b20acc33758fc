import { describe, expect, it } from 'vitest';
import { ppnsDecoder } from '../../electron/engine/decode/ppns/ppns-decoder.ts';
import { memberWith } from '../../electron/engine/inbox/threads/life.fixture.ts';
import { threadView } from '../../electron/engine/inbox/threads/thread-view.ts';
import type { Facts } from '../../shared/notification.ts';
import { entryMessage } from '../support/entry-messages.ts';

const facts = (text: string): Facts => ppnsDecoder.decode(new TextEncoder().encode(text))[0]!.facts;

const intervention = (item: string, text: string) =>
  `<CUSINT632>${item === '' ? '' : `<IteNumConCUSINT668>${item}</IteNumConCUSINT668>`}` +
  `<CusIntCodCUSINT665>A001</CusIntCodCUSINT665><CusIntTexCUSINT666>${text}</CusIntTexCUSINT666></CUSINT632>`;

describe('an entry safety message', () => {
  it('that forbids loading says so, of which items, whatever type stands inside', () => {
    const rest = intervention('2', 'stays') + intervention('5', 'stays too');
    const { kind, type, title, attention, outcome, keyFact, mrn, lrn, issuedAt, details } = facts(
      entryMessage('351', { rest }),
    );
    expect({ kind, type, title, attention, outcome, keyFact, mrn, lrn, issuedAt, details }).toEqual({
      ...{ kind: 'ppns', type: 'IE351', title: 'Do not load', attention: 'act', outcome: 'held' },
      keyFact: 'items 2 and 5',
      ...{ mrn: '26GB08I0QUAY00001A', lrn: 'QS-ENS-1', issuedAt: '2026-11-30T08:15:00.000Z' },
      details: [
        { name: 'Item 2', value: 'stays (A001)' },
        { name: 'Item 5', value: 'stays too (A001)' },
      ],
    });
  });

  it('that names no item concerns the whole declaration', () => {
    expect(facts(entryMessage('351', { rest: intervention('', 'all') })).keyFact).toBe(
      'the whole declaration',
    );
  });

  it('that rejects says what is wrong and where, and by when it must be replaced', () => {
    const rest =
      '<FUNERRER1><ErrTypER11>14</ErrTypER11><ErrPoiER12>GOOITEGDS[2]/GroMasGDS46</ErrPoiER12></FUNERRER1>' +
      '<CUSOFFFENT730><RefNumCUSOFFFENT731>GB000060</RefNumCUSOFFFENT731>' +
      '<ExpDatOfArrFIRENT733>202612011200</ExpDatOfArrFIRENT733></CUSOFFFENT730>';
    const header = '<RefNumHEA4>QS-ENS-1</RefNumHEA4>';
    const { title, attention, errors, deadline, mrn } = facts(entryMessage('316', { header, rest }));
    const [error] = errors;
    expect([title, attention, error?.meaning, error?.path, error?.item, deadline, mrn]).toEqual([
      'Entry declaration rejected',
      'act',
      'This value is not supported in this place.',
      'goods item 2, gross mass',
      2,
      '2026-12-01T12:00:00.000Z',
      null,
    ]);
  });

  it('that rejects without an error does not speak of errors', () => {
    const { meaning, nextStep } = facts(entryMessage('316'));
    expect([/No reason is given/.test(meaning), /errors/.test(nextStep ?? '')]).toEqual([true, false]);
  });

  it.each([
    ['304', 'info', 'Entry declaration amended'],
    ['305', 'act', 'Entry declaration: amendment refused'],
    ['313', 'info', 'You sent: amendment of an entry summary declaration'],
    ['324', 'act', 'Diversion refused'],
    ['325', 'info', 'Diversion accepted'],
    ['328', 'info', 'Entry declaration accepted'],
    ['399', 'watch', 'Entry safety message'],
  ])('CC%sA is %s: %s', (number, attention, title) => {
    const read = facts(entryMessage(number));
    expect([read.type, read.attention, read.title]).toEqual([`IE${number}`, attention, title]);
  });

  it('is read inside the envelope that it was fetched in', () => {
    const text = `<notificationResponse><correlationId>C-9</correlationId><response>${entryMessage('351')}</response></notificationResponse>`;
    expect([facts(text).type, facts(text).conversationId]).toEqual(['IE351', 'QS-COR']);
  });

  it('in a list of those that wait is an outcome: rejected where it has no MRN', () => {
    const text =
      '<entryDeclarationResponses><response><correlationId>1</correlationId><MRN>26GB1</MRN></response>' +
      '<response><correlationId>2</correlationId></response></entryDeclarationResponses>';
    expect([facts(text).attention, facts(text).keyFact]).toEqual(['act', '1 accepted, 1 rejected']);
  });

  it('that was refused when sent names the rule', () => {
    const text =
      '<ErrorResponse><Error><RaisedBy>HMRC</RaisedBy><Number>8103</Number><Text>needed</Text>' +
      '<Location>/CC315A/GOOITEGDS[3]</Location></Error></ErrorResponse>';
    const { title, errors } = facts(text);
    expect([title, errors[0]?.meaning, errors[0]?.path]).toEqual([
      'Entry declaration not taken',
      'Missing: goods item, gross mass.',
      'goods item 3',
    ]);
  });
});

describe('the life of an entry summary declaration', () => {
  it.each([
    [['328'], 'accepted', 'info', null],
    [['328', '351'], 'do-not-load', 'act', '2'],
    [['351', '328'], 'do-not-load', 'act', '1'],
    [['316'], 'rejected', 'act', '1'],
    [['316', '328'], 'accepted', 'info', null],
    [['328', '305'], 'accepted', 'act', '2'],
    [['328', '305', '304'], 'accepted', 'info', null],
    [['315'], 'registered', 'info', null],
  ] as const)('%j is %s', (numbers, code, attention, at) => {
    const members = numbers.map((number, place) =>
      memberWith({
        id: String(place + 1),
        facts: facts(entryMessage(number, { time: `081${place}`, id: `QS-${place}` })),
      }),
    );
    const { status } = threadView([...members, ...members].reverse());
    expect([status?.code, status?.attention, status?.actionId]).toEqual([code, attention, at]);
  });
});
