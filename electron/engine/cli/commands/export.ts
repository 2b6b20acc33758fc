import type { Failure } from '../../../../shared/failure.ts';
import type { Filter } from '../../../../shared/filter.ts';
import { exportText, type ExportFormat } from '../../export/export-text.ts';
import { gapSentence, type OpenGap } from '../../export/open-gap.ts';
import { writeExport } from '../../export/write-export.ts';
import { openGaps } from '../../inbox/open-gaps.ts';
import type { InboxStore } from '../../store/store.ts';
import { withExistingArchive } from '../archive.ts';
import type { CommandHost } from '../command-host.ts';
import type { ExitStatus } from '../exit-status.ts';
import { failureSentence } from '../failure-sentence.ts';

export interface ExportRequest extends Omit<ExportFormat, 'timeZone' | 'gaps'> {
  readonly directory: string;
  readonly filter: Filter;
  /** A file, or `-` for stdout. */
  readonly out: string;
}

/** All that the filter shows, as a file that is there as a whole or not at all, or on stdout. Gaps stand at its end. */
export function exportNotifications(host: CommandHost, request: ExportRequest): Promise<ExitStatus> {
  return withExistingArchive(host, request.directory, async (store) => {
    const gaps = openGaps(await store.gaps(), request.filter);
    for (const gap of gaps) host.output.say(gapSentence(gap));
    return request.out === '-' ? toStdout(host, store, request, gaps) : toFile(host, store, request, gaps);
  });
}

async function toStdout(
  host: CommandHost,
  store: InboxStore,
  request: ExportRequest,
  gaps: readonly OpenGap[],
): Promise<ExitStatus> {
  const format = { ...request, gaps, timeZone: host.timeZone };
  for await (const { text } of exportText(store.stream(request.filter), format)) {
    if (host.stop.aborted) return stopped(host);
    await host.output.raw(text);
  }
  return 0;
}

async function toFile(
  host: CommandHost,
  store: InboxStore,
  request: ExportRequest,
  gaps: readonly OpenGap[],
): Promise<ExitStatus> {
  const written = await writeExport({
    ...request,
    gaps,
    path: request.out,
    rows: store.stream(request.filter),
    timeZone: host.timeZone,
    signal: host.stop,
  });
  if (!written.ok) return notWritten(host, request, written.failure);
  const { rows, guarded } = written.value;
  const note =
    guarded === 0
      ? ''
      : ` ${guarded} field(s) that a spreadsheet would run as a formula begin with an apostrophe now.`;
  host.output.say(`Wrote ${rows} notification(s) to ${request.out}.${note}`);
  return 0;
}

function notWritten(host: CommandHost, { out }: ExportRequest, failure: Failure): ExitStatus {
  if (failure.reason === 'cancelled') return stopped(host);
  // Its detail is the whole sentence.
  const sentence = failure.reason === 'file-unwritable' ? failure.detail : null;
  host.output.say(sentence ?? `${out} was not written. ${failureSentence(failure)}`);
  return 1;
}

function stopped(host: CommandHost): ExitStatus {
  if (!host.outputHasEnded()) host.output.say('Stopped before the end: the export is not complete.');
  return 1;
}
