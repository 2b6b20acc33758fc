import { cdsMessage } from '../cds/messages.ts';
import { oneOf, weighted } from '../cds/chance.ts';
import { declarationLife, type LifeMessage } from '../cds/declaration.ts';
import { lifecycles, medianGapSeconds, type Lifecycle } from '../cds/lifecycles.ts';
import { fileUpload, movementControl, movementTotals } from '../cds/other-messages.ts';
import type { DeliveryPlan } from '../jpm/delivery.ts';
import type { JpmEvent } from '../jpm/jpm-event.ts';
import type { MastercardEvent } from '../mastercard/notification-shelf.ts';
import { anyCardStory } from './card-stories.ts';
import { anyMerchantStory } from './merchant-stories.ts';
import { movementLife } from './movement-life.ts';

/** Where messages go. `at` is when the source has them, epoch milliseconds. */
export interface Post {
  cds(body: string, conversationId: string | null, at: number): void;
  ppns(message: string, at: number): void;
  mastercard(event: MastercardEvent, at: number): void;
  jpm(event: JpmEvent, at: number, delivery: DeliveryPlan): void;
}

/** One thing that happens, so many milliseconds after the one before it in the same story. */
export interface Happening {
  readonly afterMs: number;
  /** Sends it as of `at`, epoch milliseconds. */
  readonly send: (post: Post, at: number) => void;
}

/** What happens to one declaration, movement or file, from its first message on. */
export type Story = readonly Happening[];

/** A declaration's life, its gaps shortened so that minutes and hours pass in seconds. */
export function declarationStory(random: () => number, life: Lifecycle, bornAt: number, pace: number): Story {
  const messages = declarationLife(random, life, bornAt);
  const style = random() < 0.85 ? 'numbered' : 'named';
  return messages.map((message, index) => ({
    afterMs: gapMs(random, messages[index - 1], message) / pace,
    send: (post, at) => post.cds(cdsMessage(message.at(at), style), message.conversationId, at),
  }));
}

/** Any story: mostly declarations, with movements, payments and other reports between. */
export function anyStory(random: () => number, bornAt: number, pace: number): Story {
  const kind = weighted(random, KINDS).is;
  if (kind === 'declaration') {
    return declarationStory(random, weighted(random, lifecycles), bornAt, pace);
  }
  if (kind === 'movement') return movementStory(random, bornAt, pace);
  if (kind === 'card') return paced(anyCardStory(random, bornAt), pace);
  if (kind === 'merchant') return paced(anyMerchantStory(random, bornAt), pace);
  const body = oneOf(random, OTHERS);
  return [{ afterMs: 0, send: (post, at) => post.cds(body(random), null, at) }];
}

export function movementStory(random: () => number, bornAt: number, pace: number): Story {
  return movementLife(random, bornAt).map((message, index) => ({
    afterMs: index === 0 ? 0 : (4000 + random() * 12_000) / pace,
    send: (post, at) => post.ppns(message(at), at),
  }));
}

const paced = (story: Story, pace: number): Story =>
  story.map((each) => ({ ...each, afterMs: each.afterMs / pace }));

const KINDS = [
  { is: 'declaration', weight: 50 },
  { is: 'movement', weight: 18 },
  { is: 'card', weight: 16 },
  { is: 'merchant', weight: 12 },
  { is: 'other', weight: 4 },
] as const;

const OTHERS: readonly ((random: () => number) => string)[] = [
  () => fileUpload({ fileName: 'invoice 4471.pdf' }),
  (random) => movementTotals({ ucrs: [`6GB731946285000-${Math.floor(random() * 1e6)}`] }),
  () => movementControl(),
];

/**
 * Messages of the same second stay together, as they do at HMRC; what takes a minute there takes some nine
 * seconds here, and an hour sixteen.
 */
function gapMs(random: () => number, from: LifeMessage | undefined, to: LifeMessage): number {
  const seconds = from === undefined ? 0 : medianGapSeconds(from.step, to.step);
  if (seconds <= 0) return 0;
  return (1 + 4 * Math.log10(Math.max(1, seconds))) * 1000 * (0.6 + 0.8 * random());
}
