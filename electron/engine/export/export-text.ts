import { jsonLine } from '../../../shared/harmless-text.ts';
import { csvGapRow, csvHeader, csvRow, type CsvLine } from './csv.ts';
import type { Exported } from './exported.ts';
import { gapLine, type GapLine } from './gap-line.ts';
import { localTimeIn } from './local-time.ts';
import { notificationLine } from './notification-line.ts';
import type { OpenGap } from './open-gap.ts';

export interface ExportFormat {
  readonly format: 'csv' | 'ndjson';
  /** Begins a CSV with a byte order mark, by which Excel knows UTF-8. NDJSON never has one. */
  readonly bom: boolean;
  /** CSV only. */
  readonly formulaGuard: boolean;
  /** IANA name of the zone of the local time columns. */
  readonly timeZone: string;
  /** Told behind the last notification, a line each; none where absent. */
  readonly gaps?: readonly OpenGap[];
}

/** A stretch of the file's text, and how many notifications and guarded fields it holds. */
export interface ExportChunk {
  readonly text: string;
  readonly rows: number;
  readonly guarded: number;
}

/** The whole file, in chunks of some 64 K characters that end where a row ends. Pulls rows no faster than it is read. */
export async function* exportText(
  rows: AsyncIterable<Exported>,
  format: ExportFormat,
): AsyncGenerator<ExportChunk> {
  const write = lineWriter(format);
  let text = format.format === 'csv' ? (format.bom ? BOM : '') + csvHeader() : '';
  let count = 0;
  let guarded = 0;
  for await (const exported of rows) {
    const line = write.row(exported);
    text += line.text;
    count += 1;
    guarded += line.guarded;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield { text, rows: count, guarded };
    text = '';
    count = 0;
    guarded = 0;
  }
  for (const [index, gap] of (format.gaps ?? []).entries()) {
    const line = write.gap(gapLine(gap, index + 1));
    text += line.text;
    guarded += line.guarded;
  }
  yield { text, rows: count, guarded };
}

const BOM = '\uFEFF';
const CHUNK_CHARACTERS = 65_536;

interface LineWriter {
  readonly row: (exported: Exported) => CsvLine;
  readonly gap: (gap: GapLine) => CsvLine;
}

function lineWriter({ format, formulaGuard, timeZone }: ExportFormat): LineWriter {
  if (format === 'ndjson') {
    const json = (value: object) => ({ text: jsonLine(value), guarded: 0 });
    return { row: ({ row, facts }) => json(notificationLine(row, facts)), gap: json };
  }
  const options = { formulaGuard, localTime: localTimeIn(timeZone) };
  return { row: (exported) => csvRow(exported, options), gap: (gap) => csvGapRow(gap, options) };
}
