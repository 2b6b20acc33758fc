import type { Failure, Reason } from '../../../shared/failure.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { storeFailure, type InboxStore } from '../store/store.ts';
import type { CommandHost } from './command-host.ts';
import type { ExitStatus } from './exit-status.ts';
import { failureSentence } from './failure-sentence.ts';

type Work<T> = (store: InboxStore) => Promise<T>;

/** Runs on the archive that is in `directory`; where there is none says so and makes none. */
export async function withExistingArchive(
  host: CommandHost,
  directory: string,
  work: Work<ExitStatus>,
): Promise<ExitStatus> {
  if (!(await archiveIsThere(host, directory))) return 2;
  const done = await onArchive(host, directory, 'read', work);
  return done.ok ? done.value : tellStoreFailure(host, done.failure);
}

/** Says so where there is none. */
export async function archiveIsThere(host: CommandHost, directory: string): Promise<boolean> {
  if (await host.archiveExists(directory)) return true;
  host.output.say(
    `There is no archive in ${directory}. Name the data directory with --data, or fill one with: quayside collect --accounts FILE.`,
  );
  return false;
}

/** Runs on the archive and closes it. `write` makes it where there is none; `read` says where it can only be read. */
export async function onArchive<T>(
  host: CommandHost,
  directory: string,
  use: 'read' | 'write',
  work: Work<T>,
): Promise<Result<T, Failure>> {
  const store = await host.openStore(directory, use);
  if (!store.ok) return store;
  const { whyReadOnly } = store.value;
  if (whyReadOnly !== null)
    host.output.say(`${whyReadOnly} The archive is read as it is, and nothing is changed.`);
  return orFailure(async () => {
    try {
      return await work(store.value);
    } finally {
      await store.value.close();
    }
  });
}

/** What a store could not do, as a value. */
export async function orFailure<T>(work: () => Promise<T>): Promise<Result<T, Failure>> {
  try {
    return ok(await work());
  } catch (error) {
    return { ok: false, failure: storeFailure(error) };
  }
}

/** Says what the store could not do, and gives the status of it. */
export function tellStoreFailure(host: CommandHost, failure: Failure): ExitStatus {
  // The store's own words name the file and the way back.
  host.output.say(failure.detail ?? failureSentence(failure));
  return NOT_THE_DIRECTORY.has(failure.reason) ? 1 : 2;
}

/** A matter of the moment, or of one message; the rest is the directory itself. */
const NOT_THE_DIRECTORY: ReadonlySet<Reason> = new Set(['store-full', 'store-locked', 'payload-damaged']);
