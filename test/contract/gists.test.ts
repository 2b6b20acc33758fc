import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gistOf } from '../../shared/gist.ts';
import type { Facts } from '../../shared/notification.ts';
import { protectCards } from '../../electron/engine/cards/protect-cards.ts';
import { maskedCard } from '../../electron/engine/cards/card-ending.ts';
import { payloadsIn } from '../../electron/engine/cli/payloads-in-file.ts';
import { sourceOfFile } from '../../electron/engine/cli/source-of-file.ts';
import { jpmDecoder } from '../../electron/engine/decode/jpm/jpm-decoder.ts';
import { mastercardDecoder } from '../../electron/engine/decode/mastercard/mastercard-decoder.ts';
import { sources } from '../../electron/engine/sources/registry.ts';
import { ownMessages } from '../fuzz/own-messages.ts';
import { seeded } from '../simulators/cds/chance.ts';
import { inProcessJpm } from '../simulators/jpm/in-process.ts';
import { oneOfEach } from '../simulators/jpm/events/jpm-events.ts';
import { renderNotification } from '../simulators/jpm/render-notification.ts';
import { eventOf, SUBJECTS } from '../simulators/mastercard/events/any-event.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const SHARED = join(import.meta.dirname, '../../../shared');
const FOLDERS = ['facts/samples', 'cases'].map((folder) => join(SHARED, folder));
const isHere = FOLDERS.every((folder) => existsSync(folder));
if (!isHere) console.info(`Skipped: there are no samples and cases at ${SHARED}.`);

/** What every file of these folders says, card numbers masked. */
const ofFiles = (): readonly Facts[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => /\.(xml|json|txt)$/.test(path) && statSync(path).isFile())
      .flatMap((path) => factsIn(readFileSync(path))),
  );

function factsIn(bytes: Uint8Array): readonly Facts[] {
  const source = sourceOfFile(bytes);
  if (source === null) return [];
  return payloadsIn(bytes, source).flatMap(({ payload, ...about }) =>
    sources[source].decoder.decode(protectCards(payload, maskedCard), about).map(({ facts }) => facts),
  );
}

const encoded = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const at = Date.UTC(2026, 10, 20, 9, 0, 0);

/** What our own simulators send: CDS of each type, each event of J.P. Morgan, each subject of Mastercard. */
function ofSimulators(): readonly Facts[] {
  const random = seeded(7);
  const jpm = inProcessJpm(createFakeClock({ wall: at }), { random });
  const events = oneOfEach(random, at).map((event) =>
    renderNotification(jpm.notify(event, { createdAt: at }), []),
  );
  const cards = SUBJECTS.flatMap((subject) => [1, 2, 3].map(() => eventOf(random, subject, at)));
  return [
    ...ownMessages().flatMap(factsIn),
    ...events.flatMap((event) => jpmDecoder.decode(encoded(event)).map(({ facts }) => facts)),
    ...cards.flatMap((event) => mastercardDecoder.decode(encoded(event)).map(({ facts }) => facts)),
  ];
}

/** Messages that name something and of which no row would say what they are about. */
const unnamed = (all: readonly Facts[]) =>
  all.filter(
    (facts) =>
      gistOf(facts).subject === null &&
      (facts.mrn ?? facts.lrn ?? facts.references.find(({ kind }) => kind !== 'card') ?? null) !== null,
  );
const oddAmounts = (all: readonly Facts[]) =>
  all.flatMap(({ payments }) => payments).filter(({ amount }) => /^[-+]?0\d/.test(amount));

/** How many rows say what they are about, and how many what decides: `npx vitest run test/contract/gists.test.ts`. */
function tell(what: string, all: readonly Facts[]): void {
  const gists = all.map(gistOf);
  const named = gists.filter(({ subject }) => subject !== null).length;
  const decided = gists.filter(({ keyFact, deadline }) => (keyFact ?? deadline) !== null).length;
  console.info(
    `${what}: ${named} of ${all.length} rows have a subject, ${decided} a deciding fact or a limit.`,
  );
}

describe('a row says what it is about wherever its message does', () => {
  it('for all that our own simulators send', () => {
    const all = ofSimulators();
    tell('Simulators', all);
    expect([unnamed(all), oddAmounts(all), all.length > 100]).toEqual([[], [], true]);
  });

  it.skipIf(!isHere)('for every sample and case', () => {
    const all = ofFiles();
    tell('Samples and cases', all);
    expect([unnamed(all), oddAmounts(all), all.length > 100]).toEqual([[], [], true]);
  });
});
