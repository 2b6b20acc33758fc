import { ATTENTIONS, type Attention } from '../../../../shared/notification.ts';
import type { ThreadRecord } from '../../store/thread-store.ts';
import { callingIds } from './calling.ts';
import { storyStatus } from './story-status.ts';
import { storyOf } from './story.ts';
import type { ThreadMember } from './thread-member.ts';
import { waitsOf } from './waits.ts';

/** What is kept of a thread. Waits are one a rule. */
export function threadRecord(members: readonly ThreadMember[]): ThreadRecord {
  const story = storyOf(members);
  const status = storyStatus(story);
  const calling = callingIds(story);
  return {
    members: members.map(({ row }) => row.id),
    status,
    attention: status?.attention ?? mostUrgent(members),
    mrn: story.mrn,
    lrn: story.lrn,
    trade: story.trade,
    calling: [...calling],
    waits: waitsOf(story),
  };
}

/** A thread that could not be worked out, so that it hides nothing and holds up no other. */
export const plainRecord = (members: readonly ThreadMember[]): ThreadRecord => ({
  ...{ status: null, mrn: null, lrn: null, trade: null, waits: [] },
  members: members.map(({ row }) => row.id),
  attention: mostUrgent(members),
  calling: members.flatMap(({ row }) => (row.attention === 'act' ? [row.id] : [])),
});

const mostUrgent = (members: readonly ThreadMember[]): Attention =>
  ATTENTIONS.find((attention) => members.some(({ row }) => row.attention === attention)) ?? 'info';
