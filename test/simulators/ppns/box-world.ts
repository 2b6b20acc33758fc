import { createPollRound } from '../../../electron/engine/sources/hmrc-ppns/poll-round.ts';
import type { PollOutcome } from '../../../electron/engine/sources/source.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { emptyKeeper, keeperContext, type Keeper } from '../../support/source-harness.ts';
import type { PpnsStatus } from './box-store.ts';
import { readListQuery, selectItems } from './list-notifications.ts';
import { inProcessPpns, type InProcessPpns } from './in-process.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const SLOT = 10 * SECOND;

/** A box, and one reader of it that polls at every slot. */
export class BoxWorld {
  readonly clock: FakeClock = createFakeClock();
  readonly keeper: Keeper = emptyKeeper();
  readonly upstream: InProcessPpns = inProcessPpns('quay', () => this.clock.now(), {
    random: () => this.random(),
  });
  readonly box = this.upstream.ppns.createBox('quay');
  /** When each message was first held, by its text. */
  readonly heldAt = new Map<string, number>();
  calls = 0;
  private seed = 1;
  private round = createPollRound(this.box, this.upstream.call);
  private posted = 0;

  random(): number {
    this.seed = (this.seed * 48_271) % 2_147_483_647;
    return this.seed / 2_147_483_647;
  }

  /** Puts a message in the box: created `ago` before now, shown `late` after now. */
  post(
    options: {
      readonly ago?: number;
      readonly late?: number;
      readonly status?: PpnsStatus;
      readonly text?: string;
    } = {},
  ): string {
    this.posted += 1;
    return this.upstream.ppns.post(this.box, {
      message: options.text ?? `message ${this.posted}`,
      createdAt: this.clock.now() - (options.ago ?? 0),
      visibleAfterMs: (options.ago ?? 0) + (options.late ?? 0),
      status: options.status ?? 'PENDING',
    });
  }

  async poll(): Promise<PollOutcome> {
    await this.clock.advance(SLOT);
    this.calls += 1;
    const context = keeperContext(
      {
        clock: this.clock,
        signal: new AbortController().signal,
        call: () => Promise.reject(new Error('unused')),
      },
      this.keeper,
      30,
    );
    const outcome = await this.round(context);
    for (const { payload } of this.keeper.messages.values()) {
      const text = new TextDecoder().decode(payload);
      if (!this.heldAt.has(text)) this.heldAt.set(text, this.clock.now());
    }
    return outcome;
  }

  async pollUntilDrained(most = 2000): Promise<number> {
    for (let rounds = 1; rounds <= most; rounds += 1) {
      const outcome = await this.poll();
      if (!outcome.ok || !outcome.value.more) return rounds;
    }
    throw new Error('never drained');
  }

  async pollFor(ms: number): Promise<void> {
    for (const end = this.clock.now() + ms; this.clock.now() < end;) await this.poll();
  }

  restart(): void {
    this.round = createPollRound(this.box, this.upstream.call);
  }

  /** The texts that a list call of this path brings at this moment. */
  listed(path: string): readonly string[] {
    const query = readListQuery(new URL(path, 'http://hmrc.invalid').searchParams);
    if ('refusal' in query) throw new Error(`refused: ${path}`);
    return selectItems(this.upstream.ppns.items(this.box), query, () => 0).map(({ message }) => message);
  }

  missed(): readonly string[] {
    return this.upstream.ppns
      .items(this.box)
      .filter(({ notificationId }) => !this.keeper.messages.has(notificationId))
      .map(({ message }) => message);
  }

  /** How long a message posted now takes to be held, in at most `most` polls. */
  async delayOfNews(text: string, most: number): Promise<number> {
    this.post({ text });
    const postedAt = this.clock.now();
    for (let n = 0; n < most && !this.heldAt.has(text); n += 1) await this.poll();
    return (this.heldAt.get(text) ?? Infinity) - postedAt;
  }
}
