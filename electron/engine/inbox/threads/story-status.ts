import type { ThreadStatus } from '../../../../shared/thread.ts';
import { affairStatus } from './affair.ts';
import { callingSteps } from './calling.ts';
import { declarationStatus } from './declaration-status.ts';
import type { Story } from './story.ts';

/**
 * What has become of what a thread is of; null where it is of nothing that has a life. A message beside that life that
 * must be acted on makes itself heard in it: nobody is sent to a thread that says there is nothing to do.
 */
export function storyStatus(story: Story): ThreadStatus | null {
  const [affair] = story.affairs;
  const status =
    declarationStatus(story.life, story.trade) ?? (affair === undefined ? null : affairStatus(affair));
  if (status === null || status.attention === 'act') return status;
  const call = callingSteps(story).at(-1);
  if (call === undefined) return status;
  const { row, facts } = call.member;
  const notes = [facts.title, ...status.notes.filter((note) => note !== facts.title)];
  return { ...status, attention: 'act', actionId: row.id, notes };
}
