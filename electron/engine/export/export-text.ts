import { csvHeader, csvRow } from './csv.ts';
import type { Exported } from './exported.ts';
import { localTimeIn } from './local-time.ts';
import { notificationLine } from './notification-line.ts';

export interface ExportFormat {
  readonly format: 'csv' | 'ndjson';
  /** Begins a CSV with a byte order mark, by which Excel knows UTF-8. NDJSON never has one. */
  readonly bom: boolean;
  /** CSV only. */
  readonly formulaGuard: boolean;
  /** IANA name of the zone of the local time columns. */
  readonly timeZone: string;
}

/** A stretch of the file's text, and how many rows and guarded fields it holds. */
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
  const write = rowWriter(format);
  let text = format.format === 'csv' ? (format.bom ? BOM : '') + csvHeader() : '';
  let count = 0;
  let guarded = 0;
  for await (const exported of rows) {
    const line = write(exported);
    text += line.text;
    count += 1;
    guarded += line.guarded;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield { text, rows: count, guarded };
    text = '';
    count = 0;
    guarded = 0;
  }
  yield { text, rows: count, guarded };
}

const BOM = '\uFEFF';
const CHUNK_CHARACTERS = 65_536;

function rowWriter({ format, formulaGuard, timeZone }: ExportFormat): (exported: Exported) => {
  text: string;
  guarded: number;
} {
  if (format === 'ndjson') {
    return ({ row, facts }) => ({ text: `${JSON.stringify(notificationLine(row, facts))}\n`, guarded: 0 });
  }
  const localTime = localTimeIn(timeZone);
  return (exported) => csvRow(exported, { formulaGuard, localTime });
}
