import { z } from 'zod';
import { blankFacts, unrecognisedFacts } from '../../../shared/blank-facts.ts';
import type { Facts } from '../../../shared/notification.ts';
import type { Decoder } from '../../../electron/engine/sources/source.ts';

export const toyEntrySchema = z.object({
  id: z.string(),
  at: z.iso.datetime({ precision: 3 }),
  what: z.enum(['due', 'paid']),
  payment: z.string(),
  amount: z.string(),
  note: z.string(),
  delivered: z.boolean(),
});

/** Pure and total: what it cannot read is shown as it came. */
export const toyDecoder: Decoder = {
  version: 1,
  decode: (payload) => {
    const text = new TextDecoder().decode(payload);
    const entry = toyEntrySchema.safeParse(parsed(text));
    return [
      entry.success
        ? { facts: factsOf(entry.data), searchText: entry.data.note }
        : { facts: unrecognisedFacts(NOT_READ, 'not an entry of the ledger'), searchText: text },
    ];
  },
};

const NOT_READ = {
  title: 'Entry not understood',
  meaning: 'The harbour sent something that is no entry.',
  nextStep: 'Read it yourself.',
};

function factsOf({ id, at, what, payment, amount, note }: z.infer<typeof toyEntrySchema>): Facts {
  const isDue = what === 'due';
  return {
    ...blankFacts,
    kind: 'payment',
    type: `TOY_${what.toUpperCase()}`,
    title: isDue ? `Harbour dues of £${amount}` : `Harbour dues paid: £${amount}`,
    meaning: isDue ? `The harbour asks for dues: ${note}` : `The harbour has the money: ${note}`,
    nextStep: isDue ? 'Pay before the ship leaves.' : null,
    attention: isDue ? 'act' : 'info',
    outcome: isDue ? 'registered' : 'settled',
    messageId: id,
    issuedAt: at,
    references: [
      { kind: 'payment', value: payment },
      ...[...note.matchAll(/tok_[0-9a-f]{16}_\d{4}/g)].map(([value]) => ({ kind: 'card', value })),
    ],
    payments: [
      {
        ...{ kind: what, name: 'Harbour dues', amount, currency: 'GBP', item: null },
        ...{ payable: isDue, assessed: null, informational: !isDue, basis: null },
      },
    ],
    details: [{ name: 'Note', value: note }],
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
