import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullTime } from '../ui/format.ts';
import { declarationText } from './declaration-text.ts';
import { entryWith, errorWith, minute, paymentWith, statusWith, threadWith } from './test-threads.ts';

const now = Date.parse(minute(60));
const textOf = (known: Parameters<typeof threadWith>[0]) => declarationText(threadWith(known), { now });
const time = (after: number) => fullTime(minute(after));

describe('a declaration as text', () => {
  it('puts no limit of another message under what to do', () => {
    const control = entryWith({ id: '2', functionCode: '05', title: 'Control' });
    const query = entryWith({ id: '1', functionCode: '51', title: 'Query', deadline: minute(90) });
    const status = statusWith({ attention: 'act', actionId: '2', deadline: minute(90) });
    const text = textOf({ status, entries: [control, query] });
    expect(text.split('\n').filter((line) => line.includes(time(90)))).toEqual([`- ${time(90)}: Query`]);
  });

  it('says who it is, what to do until when, what is wrong, what it costs and what happened', () => {
    const wanted = entryWith({
      id: '3',
      functionCode: '06',
      type: 'DMSDOC',
      title: 'Documents wanted',
      meaning: 'Customs wants to see documents.',
      nextStep: 'Upload the documents.',
      deadline: minute(90),
      details: [{ name: 'Office', value: 'GB000060' }],
    });
    const calculated = entryWith({
      id: '2',
      functionCode: '13',
      type: 'DMSTAX',
      statusCode: '67',
      title: 'Tax calculated, indicative',
      meaning: 'The first calculation.',
      payments: [
        paymentWith(),
        paymentWith({ kind: 'B00', name: 'VAT', amount: '0.00', assessed: '2996.02', payable: false }),
      ],
    });
    const accepted = entryWith({
      id: '1',
      errors: [errorWith({ advisory: true, description: 'The value is low' })],
    });
    expect(
      textOf({
        status: statusWith({
          code: 'documents-wanted',
          title: 'Documents wanted',
          attention: 'act',
          since: minute(3),
          actionId: '3',
          deadline: minute(90),
          notes: ['Customs warns about the declaration'],
        }),
        entries: [wanted, calculated, accepted],
        quiet: [{ rule: 'clearance', at: minute(1), noticedAt: minute(50) }],
      }),
    ).toBe(`Declaration: Documents wanted, since ${time(3)}
MRN: 26GB5QUAYS1DE006R2
LRN: HFW-261122-41006
Direction: Import, by its MRN
Version: 1

WHAT TO DO
Documents wanted
Upload the documents.
Deadline: ${time(90)}, in 30 min
Office: GB000060

ALSO
- Customs warns about the declaration

NOT COME YET
- Not cleared 59 min after acceptance (since ${time(1)}). Look the declaration up in CDS, then ask the clearance hub what it waits for.

ADVICE (1 warning, ${time(1)})
1. CDS12056: Values that do not go together are declared.
   Where: Goods item 1, procedure 1: current procedure code, DE 1/10, item 1
   What to do: Change one side of the conflict.
   Customs says: The value is low
   For information; nothing was refused for it.

DUTY AND TAX (indicative calculation, ${time(2)})
Duty: assessed £1,240.00, to pay £1,240.00
VAT: assessed £2,996.02, to pay nothing now
In all: assessed £4,236.02, to pay £1,240.00

TIMELINE, NEWEST FIRST
- ${time(3)}  Documents wanted (DMSDOC 06)
  Customs wants to see documents.
- ${time(2)}  Tax calculated, indicative (DMSTAX 13 67)
  The first calculation.
- ${time(1)}  Declaration accepted (DMSACC 01)
  Customs has legally accepted the declaration.

Quayside, ${time(60)}`);
  });

  it('says what is not known, and what is doubtful', () => {
    const head = (known: Parameters<typeof threadWith>[0]) => textOf(known).split('\n\n')[0];
    expect(
      head({ mrn: null, lrn: null, trade: null, entries: [entryWith({ id: '1', version: null })] }),
    ).toBe(`Declaration: Accepted, since ${time(1)}\nMRN: not known yet\nDirection: Not known`);
    expect(head({ mrn: '26GB5QUAYS1DE006R5' })).toContain(
      'MRN: 26GB5QUAYS1DE006R5\n  Wrong check digit: the characters before it give 2.',
    );
  });

  it('numbers the errors and the changes', () => {
    const change = { reason: '32', meaning: null, pointer: null, path: null, dataElement: '5/23', item: 2 };
    const text = textOf({
      status: statusWith({ actionId: '1' }),
      entries: [
        entryWith({
          id: '1',
          errors: [errorWith(), errorWith({ code: 'CDS99999', meaning: null, nextStep: null, path: null })],
          amendments: [
            { ...change, description: null },
            { ...change, description: 'Weighed', meaning: 'Amended by customs' },
          ],
        }),
      ],
    });
    expect(text.split('\n').filter((line) => /^( {3}|\d)/.test(line))).toEqual([
      '1. CDS12056: Values that do not go together are declared.',
      '   Where: Goods item 1, procedure 1: current procedure code, DE 1/10, item 1',
      '   What to do: Change one side of the conflict.',
      '2. CDS99999: Quayside does not know this code.',
      '   Where: Goods item 1, DE 1/10, item 1',
      '1. Goods item 2, DE 5/23',
      '   Why: reason 32',
      '2. Goods item 2, DE 5/23',
      '   Why: Amended by customs',
      '   Customs says: Weighed',
    ]);
  });

  it('names a payment reference once, where the payment is what calls', () => {
    const due = entryWith({
      id: '1',
      functionCode: '13',
      payments: [paymentWith()],
      details: [{ name: 'Payment reference', value: 'XKQY004271953' }],
    });
    const text = (actionId: string | null) => textOf({ status: statusWith({ actionId }), entries: [due] });
    expect([text('1'), text(null)].map((one) => one.split('XKQY004271953').length - 1)).toEqual([1, 1]);
  });

  it('keeps each text of somebody else’s making to its line, seen and short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(100), (strange, times) => {
        const foreign = strange + `\u202E\n\r\u2028 \u0007x`.repeat(times);
        const entry = entryWith({
          id: '1',
          title: foreign,
          meaning: foreign,
          type: foreign,
          nextStep: foreign,
        });
        const plain = { ...entry, title: 'x', meaning: 'x', type: 'x', nextStep: 'x' };
        const text = (one: typeof entry) =>
          textOf({ mrn: one.title, status: statusWith({ title: one.title, actionId: '1' }), entries: [one] });
        const lines = text(entry).split('\n');
        expect(lines).toHaveLength(text(plain).split('\n').length);
        expect(lines.filter((line) => line.length > 900 || /[^\P{C}\p{Cs}\p{Co}\p{Cn}]/u.test(line))).toEqual(
          [],
        );
      }),
    );
  });
});
