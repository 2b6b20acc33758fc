import { keyFactOf } from './key-fact.ts';
import type { Facts, NotificationRow } from './notification.ts';
import { subjectOf } from './subject.ts';

/** What every surface shows of a notification beside its title: what it is about, what decides, and by when. */
export type Gist = Pick<NotificationRow, 'subject' | 'keyFact' | 'deadline'>;

/** The one function that rows, alerts, tray, exports and the command share. */
export const gistOf = (facts: Facts): Gist => ({
  subject: subjectOf(facts),
  keyFact: keyFactOf(facts),
  deadline: facts.deadline,
});
