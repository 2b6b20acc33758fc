import type { Attention, Outcome } from '../../notification.ts';

/** What a payment network's event means to a finance clerk, in plain English. */
export interface PaymentEvent {
  readonly title: string;
  readonly meaning: string;
  /** What to do about it; null where there is nothing to do. */
  readonly nextStep: string | null;
  readonly attention: Attention;
  readonly outcome: Outcome;
}

/** Money did not move, moved back, or an answer is due: somebody has to do something now. */
export const act = (title: string, outcome: Outcome, meaning: string, nextStep: string): PaymentEvent => ({
  title,
  meaning,
  nextStep,
  attention: 'act',
  outcome,
});

/** Worth a look today: it may need something, or it changes what was reported before. */
export const watch = (title: string, outcome: Outcome, meaning: string, nextStep: string): PaymentEvent => ({
  title,
  meaning,
  nextStep,
  attention: 'watch',
  outcome,
});

/** As expected. */
export const info = (title: string, outcome: Outcome, meaning: string): PaymentEvent => ({
  title,
  meaning,
  nextStep: null,
  attention: 'info',
  outcome,
});
