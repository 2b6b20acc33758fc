import { describe, expect, it } from 'vitest';
import { factsOf, pointers } from './response.fixture.ts';

describe('a status', () => {
  it('is taken for the title where it tells most, wherever it stands among several', () => {
    const read = (code: string, ...statuses: readonly string[]) => {
      const inside = statuses.map((each) => `<Status><NameCode>${each}</NameCode></Status>`).join('');
      const { statusCode, title, attention, details } = factsOf(code, { inside });
      return [statusCode, title, attention, ...details.map(({ name, value }) => `${name}: ${value}`)];
    };
    const inPart = ['41', 'Request granted in part', 'act', 'Status: 39: granted'];
    const final = [
      ...['4', 'Tax calculated, final', 'info'],
      ...['Status: 115: provisional calculation', 'Status: 67: indicative calculation'],
    ];
    const exit = ['B1', 'Exit reported, result not known', 'watch'];
    expect([
      read('11', '39', '41'),
      read('11', '41', '39'),
      read('11', '39', '39'),
      read('11', '40', '39'),
      read('16', 'A1', 'B1').slice(0, 3),
      read('16', 'B1', 'A1').slice(0, 3),
      read('13', '115', '67', '04'),
      read('13', '4', '115', '67'),
      read('13', '67', '115'),
    ]).toEqual([
      inPart,
      inPart,
      ['39', 'Request granted', 'info'],
      [
        '40',
        'Answer to a request',
        'watch',
        'Status: 40 (Quayside does not know what it means)',
        'Status: 39: granted',
      ],
      exit,
      exit,
      final,
      final,
      ['115', 'Tax calculated, provisional', 'info', 'Status: 67: indicative calculation'],
    ]);
  });

  it('is shown though the title tells it, where it has a place', () => {
    const at = (code: string, item: number) =>
      `<Status><NameCode>${code}</NameCode>${pointers(`42A/67A/68A[${item}]`)}</Status>`;
    const { details } = factsOf('11', { inside: at('39', 1) + at('41', 2) });
    expect(details.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Status, goods item 1: 39: granted',
      'Status, goods item 2: 41: refused',
    ]);
  });
});
