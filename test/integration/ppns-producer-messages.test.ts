import { describe, expect, it } from 'vitest';
import { ppnsDecoder } from '../../electron/engine/decode/ppns/ppns-decoder.ts';
import type { Facts } from '../../shared/notification.ts';
import {
  awkwardMessages,
  emcsMessage,
  gvmsMessage,
  isaReturnsMessage,
  licensingMessage,
  platformTestMessage,
  xmlMessage,
} from '../simulators/ppns/producer-messages.ts';

const decode = (message: string) => {
  const [first, ...others] = ppnsDecoder.decode(new TextEncoder().encode(message));
  if (first === undefined || others.length > 0) throw new Error('not exactly one notification');
  return first;
};

const facts = (message: string): Facts => decode(message).facts;

const summary = (message: string): unknown[] => {
  const { kind, type, statusCode, attention, outcome, title } = facts(message);
  return [kind, type, statusCode, attention, outcome, title];
};

describe('an excise notification', () => {
  it('ties to its movement and its ARC', () => {
    const { type, title, trader, messageId, references } = facts(emcsMessage());
    expect({ type, title, trader, messageId, references }).toEqual({
      type: 'IE801',
      title: 'Excise movement accepted',
      trader: 'GBWK382915047',
      messageId: 'GB100000000771203',
      references: [
        { kind: 'movement', value: '0b7c1d52-6e0f-4f0b-9f27-3f4a8f0c2d11' },
        { kind: 'arc', value: '26GB00000000000091736' },
      ],
    });
  });

  it('of the old form, without a type, is an excise notification all the same', () => {
    expect(summary(emcsMessage({ messageType: null, arc: null })).slice(0, 4)).toEqual([
      'ppns',
      'EMCS',
      null,
      'watch',
    ]);
  });

  it.each([
    ['IE704', 'act'],
    ['IE819', 'act'],
    ['IE839', 'act'],
    ['IE807', 'act'],
    ['IE803', 'watch'],
    ['IE818', 'watch'],
    ['IE829', 'info'],
    ['IE777', 'watch'],
  ])('of type %s draws the attention it deserves', (messageType, attention) => {
    expect(summary(emcsMessage({ messageType })).slice(1, 4)).toEqual([messageType, null, attention]);
  });
});

describe('a goods movement notification', () => {
  it('interrupts for an inspection and says where to go, in order', () => {
    const { attention, outcome, meaning, references } = facts(
      gvmsMessage({
        state: 'CHECKED_IN',
        inspectionRequired: true,
        reportToLocations: [
          { inspectionTypeId: '1', locationIds: ['L0041', 'L0042'] },
          { inspectionTypeId: '9', locationIds: ['L0077'] },
        ],
      }),
    );
    expect({ attention, outcome, meaning, references }).toEqual({
      attention: 'act',
      outcome: 'control',
      meaning:
        'The vehicle must report for inspection. In this order: customs inspection at location L0041 or L0042, then customs inspection (declaration by conduct) at location L0077.',
      references: [{ kind: 'gmr', value: 'GMRA00QUAY07' }],
    });
  });

  it('tells a decision against an inspection from none', () => {
    const told = [{ inspectionRequired: false }, {}].map((decision) => {
      const { title, attention, keyFact } = facts(gvmsMessage({ state: 'EMBARKED', ...decision }));
      return { title, attention, keyFact };
    });
    expect(told).toEqual([
      { title: 'Embarked: no inspection required', attention: 'info', keyFact: null },
      { title: 'Embarked', attention: 'watch', keyFact: 'inspection not decided yet' },
    ]);
  });

  it('that could not be created names the rules, without a reference', () => {
    const text = JSON.stringify({
      messageId: 'm-1',
      ruleFailures: [{ code: 'BR011', technicalMessage: 'in use', field: '$.customsDeclarations[1]' }],
    });
    const { type, title, attention, errors, references } = facts(text);
    expect([type, title, attention, errors[0]?.meaning, errors[0]?.path, references]).toEqual([
      'GMR',
      'Goods movement refused',
      'act',
      'This customs declaration is in another GMR already.',
      'customs declaration 2',
      [],
    ]);
  });

  it('names the lorry, the way it goes and the stops', () => {
    const { details, keyFact } = facts(
      JSON.stringify({
        gmrId: 'GMRA00QUAY07',
        state: 'CHECKED_IN',
        vehicleRegNum: 'QS26 KEY',
        trailerRegistrationNums: ['TR1', 'TR2'],
        direction: 'UK_INBOUND',
        checkedInCrossing: { routeId: '103', localDateTimeOfArrival: '2026-11-30T09:20' },
        inspectionRequired: true,
        reportToLocations: [{ inspectionTypeId: '19_2', locationIds: ['4'] }, { inspectionTypeId: '14' }],
      }),
    );
    const stop = 'DAERA CERTEX inspection in Northern Ireland (type 19_2) at location 4';
    expect({ details: details.map(({ name, value }) => `${name}: ${value}`), keyFact }).toEqual({
      details: [
        'Vehicle: QS26 KEY',
        'Trailers: TR1, TR2',
        'Direction: Into Great Britain',
        'Route: 103',
        'Arrival, local time of the port: 2026-11-30 09:20',
        `Inspection: ${stop}, then inspection of type 14`,
      ],
      keyFact: `${stop}, and 1 more`,
    });
  });

  it('with broken rules names them', () => {
    const { attention, errors } = facts(
      gvmsMessage({
        state: 'NOT_FINALISABLE',
        ruleFailures: [
          {
            code: 'GVM045',
            technicalMessage: 'MRN not found',
            field: 'customsDeclarations[0]',
            value: '26GB1',
          },
        ],
      }),
    );
    expect({
      attention,
      errors: errors.map(({ code, pointer, description }) => [code, pointer, description]),
    }).toEqual({
      attention: 'act',
      errors: [['GVM045', 'customsDeclarations[0]', 'MRN not found (sent: 26GB1)']],
    });
  });

  it.each([
    ['OPEN', 'info', 'GMR ready for check-in'],
    ['NOT_FINALISABLE', 'act', 'GMR not ready to use'],
    ['CHECKED_IN', 'info', 'Checked in'],
    ['EMBARKED', 'watch', 'Embarked'],
    ['COMPLETED', 'info', 'Crossing complete'],
    ['constructor', 'watch', 'Goods movement changed'],
  ])('in state %s is read under either name of the state', (state, attention, title) => {
    const read = (['gmrState', 'state'] as const).map((stateKey) => {
      const { statusCode, ...rest } = facts(gvmsMessage({ state, stateKey }));
      return [statusCode, rest.attention, rest.title];
    });
    expect(read).toEqual([
      [state, attention, title],
      [state, attention, title],
    ]);
  });

  it('is opened where it stands as JSON inside a JSON string', () => {
    expect(summary(awkwardMessages.jsonInJson()).slice(0, 3)).toEqual(['ppns', 'GMR', 'EMBARKED']);
  });
});

describe('any other message', () => {
  it('is shown as what it is', () => {
    expect([
      summary(isaReturnsMessage()).slice(0, 2),
      summary(licensingMessage()).slice(0, 2),
      summary(xmlMessage()).slice(0, 2),
      summary(JSON.stringify(xmlMessage())).slice(0, 2),
      summary('[1, 2]').slice(0, 2),
      summary('"plain words"').slice(0, 2),
      facts(platformTestMessage()).conversationId,
    ]).toEqual([
      ['ppns', 'ISA_RETURN_RESULTS'],
      ['ppns', 'JSON'],
      ['ppns', 'Report'],
      ['ppns', 'Report'],
      ['ppns', 'JSON'],
      ['ppns', 'JSON'],
      '2f0d7f9e-93f0-4f44-8ad0-8a7e0a0f7b1e',
    ]);
  });

  it('that cannot be read is kept with the reason', () => {
    const read = [
      awkwardMessages.invalidJson(),
      awkwardMessages.invalidXml(),
      awkwardMessages.withDtd(),
      '',
    ].map((message) => {
      const { kind, problems } = facts(message);
      return [kind, problems[0]?.replace(/ \((character|line) \d+\)$/, '')];
    });
    expect(read).toEqual([
      ['unrecognised', 'neither JSON nor XML: it cannot be read as JSON'],
      ['unrecognised', 'not readable as XML: unexpected close tag'],
      ['unrecognised', 'not readable as XML: a document type definition (DTD) is not accepted'],
      ['unrecognised', 'the message is empty'],
    ]);
  });

  it('is read whatever its letters and its size, and its text stays short enough to index', () => {
    const large = decode(awkwardMessages.large());
    expect([
      facts(awkwardMessages.nonAscii()).conversationId,
      decode(awkwardMessages.nonAscii()).searchText.includes('荷物 📦'),
      large.facts.conversationId,
      large.searchText.length <= 65_536,
    ]).toEqual(['Ünïcödé-1', true, 'large', true]);
  });
});
