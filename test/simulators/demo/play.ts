import type { Clock } from '../../../electron/engine/time/clock.ts';
import { lifecycles, type Lifecycle } from '../cds/lifecycles.ts';
import { EARLIER_PAYMENTS, FIRST_MINUTE_OF_PAYMENTS, PAYMENTS_AT_THE_FIRST_LOOK } from './payment-scenes.ts';
import { AT_THE_FIRST_LOOK, EARLIER, FIRST_MINUTE, sceneStory } from './scenes.ts';
import { anyStory, declarationStory, movementStory, type Post, type Story } from './stage.ts';

export interface PlayOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly post: Post;
  /** New notifications a minute, roughly. */
  readonly rate: number;
}

/**
 * Fills the queues with what the last days and hours brought, before anybody looks, and with what is to be seen at
 * the first look, which came just after `addedAt`, epoch milliseconds: a control, a rejection, a control that ended in
 * the second in which it began, a declined card and a direct debit that came back.
 */
export function fillQueues({ clock, random, post }: PlayOptions, addedAt: number): void {
  const now = clock.now();
  for (const { hoursAgo, scene } of EARLIER) {
    const bornAt = now - hoursAgo * HOUR_MS;
    sendAll(sceneStory(random, scene, bornAt), bornAt, post);
  }
  for (const { hoursAgo, story } of EARLIER_PAYMENTS) {
    const bornAt = now - hoursAgo * HOUR_MS;
    sendAll(story(random, bornAt), bornAt, post);
  }
  const past = [
    ...BACKLOG.map((steps) => declarationStory(random, lifeOf(steps), now, 1)),
    movementStory(random, now, 1),
    movementStory(random, now, 1),
  ];
  past.forEach((story, index) => sendAll(story, now - (past.length - index) * BACKLOG_STEP_MS, post));
  // Times are written to the second.
  for (const scene of AT_THE_FIRST_LOOK) sendAll(sceneStory(random, scene, now), addedAt + 1000, post);
  for (const story of PAYMENTS_AT_THE_FIRST_LOOK) sendAll(story(random, now), addedAt + 1000, post);
}

function sendAll(story: Story, from: number, post: Post): void {
  let at = from;
  for (const { afterMs, send } of story) {
    at += afterMs;
    send(post, at);
  }
}

/** Plays on until `signal`: first what a visitor should see in the first minute, then whatever comes. */
export async function play(options: PlayOptions, signal: AbortSignal): Promise<void> {
  const { clock, random, post, rate } = options;
  const pace = rate / USUAL_RATE;
  const due: { readonly at: number; readonly story: Story; readonly next: number }[] = [];
  const start = clock.now();
  let nextBirth = start + FIRST_CHANCE_MS;

  const begin = (story: Story, at: number) => void due.push({ at, story, next: 0 });
  for (const { atMs, scene } of FIRST_MINUTE) begin(sceneStory(random, scene, start + atMs), start + atMs);
  for (const { atMs, story } of FIRST_MINUTE_OF_PAYMENTS) begin(story(random, start + atMs), start + atMs);
  for (const atMs of OPENING_MOVEMENTS) begin(movementStory(random, start + atMs, 1), start + atMs);

  while (!signal.aborted) {
    const now = clock.now();
    if (now >= nextBirth) {
      begin(anyStory(random, now, pace), now);
      nextBirth = now + (-Math.log(1 - random()) * MESSAGES_A_STORY * 60_000) / rate;
    }
    const ready = due.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    for (const entry of ready) {
      due.splice(due.indexOf(entry), 1);
      let { next } = entry;
      // What has no gap is sent in the same instant.
      do {
        entry.story[next]?.send(post, now);
        next += 1;
      } while (entry.story[next]?.afterMs === 0);
      const following = entry.story[next];
      if (following) due.push({ ...entry, at: now + following.afterMs, next });
    }
    await clock.sleep(LOOK_EVERY_MS, signal);
  }
}

/** What the last hours brought. */
const BACKLOG = ['01 13/67 13/4 09', '01 13/67'] as const;

const OPENING_MOVEMENTS = [4000, 13_000, 26_000] as const;

function lifeOf(steps: string): Lifecycle {
  const known = lifecycles.find((life) => life.steps.join(' ') === steps);
  return known ?? { trade: 'import', weight: 1, steps: steps.split(' ') };
}

/** The rate at which gaps are as the stage has them. */
const USUAL_RATE = 20;
/** Mean length of a story. */
const MESSAGES_A_STORY = 3.6;
const FIRST_CHANCE_MS = 12_000;
const HOUR_MS = 3_600_000;
const BACKLOG_STEP_MS = 17 * 60_000;
const LOOK_EVERY_MS = 200;
