import { cdsMessage, type DmsMessage, type MessageError } from '../cds/messages.ts';
import { declarationLife } from '../cds/declaration.ts';
import type { Trade } from '../cds/made-up.ts';
import type { Story } from './stage.ts';

/** A declaration whose story is written, not left to chance. */
export interface Scene {
  readonly trade: Trade;
  readonly events: readonly SceneEvent[];
}

interface SceneEvent {
  /** After the event before it. */
  readonly afterSeconds: number;
  /** Function code with the status after a slash: `01`, `13/67`. */
  readonly step: string;
  /** What the message says that is not left to chance; `at` is its issue time, epoch milliseconds. */
  readonly says: (at: number) => Partial<DmsMessage>;
}

export function sceneStory(random: () => number, { trade, events }: Scene, bornAt: number): Story {
  const life = { trade, weight: 1, steps: events.map(({ step }) => step) };
  return declarationLife(random, life, bornAt).flatMap((message, index) => {
    const event = events[index];
    if (event === undefined) return [];
    return {
      afterMs: event.afterSeconds * 1000,
      send: (post, at) =>
        post.cds(cdsMessage({ ...message.at(at), ...event.says(at) }), message.conversationId, at),
    };
  });
}

/** `'01 13/67 +2 13/4 09'`: what has no number before it comes in the same second. */
function scene(trade: Trade, script: string, says: Readonly<Record<number, SceneEvent['says']>> = {}): Scene {
  const events: SceneEvent[] = [];
  let afterSeconds = 0;
  for (const word of script.split(' ')) {
    if (word.startsWith('+')) {
      afterSeconds = Number(word);
      continue;
    }
    events.push({ afterSeconds, step: word, says: says[events.length] ?? (() => ({})) });
    afterSeconds = 0;
  }
  return { trade, events };
}

const HOUR_S = 3600;
const HOUR_MS = HOUR_S * 1000;

/** What the days before brought, and how long ago it began. */
export const EARLIER: readonly { readonly hoursAgo: number; readonly scene: Scene }[] = [
  // Left the customs office of export, says nobody: silent for longer than a week.
  { hoursAgo: 8 * 24, scene: scene('export', '02 +7200 01 07 +1 09') },
  { hoursAgo: 26, scene: scene('export', '01 +1 09 +9000 16/A1') },
  // Accepted, and not a word since.
  { hoursAgo: 5, scene: scene('import', '01 13/67') },
  { hoursAgo: 4.5, scene: scene('import', '01 13/67 +5400 02 +2 11/39 +1 13/67 13/4 07 09') },
  // Lodged ahead of its arrival, and neither accepted nor rejected since.
  { hoursAgo: 1.5, scene: scene('import', '02 13/67') },
];

const ERRORS: readonly MessageError[] = [
  { code: 'CDS12056', pointer: '42A/67A/68A[1]/70A[1]/166' },
  { code: 'CDS10020', pointer: '42A/67A/68A[2]/23A/21A[1]/145' },
  { code: 'CDS40045', pointer: '42A/67A/68A[2]/02A[1]/360' },
];

/** There at the first look, as of just after the accounts were added. */
export const AT_THE_FIRST_LOOK: readonly Scene[] = [
  scene('import', '01 13/67 05'),
  scene('import', '03', { 0: () => ({ errors: ERRORS }) }),
  // Examined and cleared in one second: nobody needs to be alerted.
  scene('import', '01 13/67 05 09'),
];

/** What happens in the first minute, and when it begins. */
export const FIRST_MINUTE: readonly { readonly atMs: number; readonly scene: Scene }[] = [
  { atMs: 2000, scene: scene('import', '01 13/67 +7 13/4 09') },
  // Documents by tomorrow: the limit is near from the start.
  { atMs: 5000, scene: scene('import', '01 13/67 +4 06', { 2: (at) => ({ limitAt: at + 20 * HOUR_MS }) }) },
  {
    atMs: 7000,
    scene: scene('import', '01 13/67 +3 50 +22 50 13/4 09', {
      2: () => ({ decision: { code: 'H01', text: 'Awaiting the decision of the port health authority' } }),
      3: () => ({ decision: { code: 'C03', text: 'Released to free circulation' } }),
    }),
  },
  { atMs: 9000, scene: scene('import', '01 13/67 +8 02 +2 11/39 +1 13/67 13/4 07 09') },
  { atMs: 11_000, scene: scene('export', '02 +5 02 +3 01 07 +1 09 +15 16/A1') },
  { atMs: 18_000, scene: scene('export', '01 +1 09 +12 02 +2 11/39 +1 10') },
  { atMs: 27_000, scene: scene('import', '02 13/67 +9 02 +4 01 13/67 13/4 09') },
];
