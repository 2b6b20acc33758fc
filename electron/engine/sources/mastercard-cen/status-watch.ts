import type { UpstreamStatus } from '../../../../shared/notification.ts';
import type { Received } from '../source.ts';

/** Which push statuses have changed since they were last seen here. A message that is seen for the first time counts. */
export interface StatusWatch {
  changes(messages: readonly Received[]): ReadonlyMap<string, UpstreamStatus>;
}

export function createStatusWatch(): StatusWatch {
  const last = new Map<string, UpstreamStatus>();
  return {
    changes: (messages) => {
      if (last.size > MOST_REMEMBERED) last.clear();
      const changed = new Map<string, UpstreamStatus>();
      for (const { remoteId, upstream } of messages) {
        if (upstream === null || last.get(remoteId) === upstream) continue;
        last.set(remoteId, upstream);
        changed.set(remoteId, upstream);
      }
      return changed;
    },
  };
}

/** More than a busy week; telling the store once more is harmless. */
const MOST_REMEMBERED = 50_000;
