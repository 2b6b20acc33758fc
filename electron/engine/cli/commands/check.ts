import { SOURCE_NAMES } from '../../../../shared/accounts/source-name.ts';
import type { Fault, InboxStore } from '../../store/store.ts';
import { aborted } from '../aborted.ts';
import { archiveIsThere, onArchive, tellStoreFailure } from '../archive.ts';
import { faultsBeside } from '../check-beside.ts';
import type { CommandHost } from '../command-host.ts';
import type { ExitStatus } from '../exit-status.ts';

/** A line for each fault of the data directory. An archive too damaged to be opened is such a fault. */
export async function check(host: CommandHost, directory: string): Promise<ExitStatus> {
  if (!(await archiveIsThere(host, directory))) return 2;
  const faults = await onArchive(host, directory, 'read', (store) =>
    Promise.race([allFaults(host, store, directory), aborted(host.stop).then(() => null)]),
  );
  if (!faults.ok) {
    const status = tellStoreFailure(host, faults.failure);
    if (faults.failure.reason !== 'store-corrupt') return status;
    await host.output.line({ what: faults.failure.reason, detail: faults.failure.detail });
    return 1;
  }
  if (faults.value === null) {
    host.output.say('Stopped before the end: not everything was checked.');
    return 1;
  }
  for (const { what, detail } of faults.value) await host.output.line({ what, detail });
  host.output.say(verdict(directory, faults.value.length));
  return faults.value.length === 0 ? 0 : 1;
}

/** Of the archive, and of what lies beside it. */
async function allFaults(host: CommandHost, store: InboxStore, directory: string): Promise<readonly Fault[]> {
  const withCards = SOURCE_NAMES.filter((name) => host.sourceNamed(name).cards === 'may-hold');
  const { total } = await store.page({ sources: withCards }, null, 1);
  return [...faultsBeside(directory, total > 0), ...(await store.check())];
}

const verdict = (directory: string, faults: number): string =>
  faults === 0
    ? `No fault found in ${directory}.`
    : `${faults} fault(s) found in ${directory}: keep a copy of the whole folder before you do anything else.`;
