import type { UpstreamStatus } from '../../shared/notification.ts';

/** What asking for a message again has come to, by its status at the source before and after. */
export function refreshedSentence(before: UpstreamStatus | null, after: UpstreamStatus | null): string {
  if (after === null) return 'The source still holds this message.';
  if (before === null || before === after) {
    return `The source still holds this message. Its status there: ${after}.`;
  }
  return `The status of this message at the source is now ${after}; it was ${before}.`;
}
