import type { FileHandle } from 'node:fs/promises';
import { failure, reasonSchema, type Failure } from '../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { exportText, type ExportFormat } from './export-text.ts';
import type { Exported } from './exported.ts';
import { fileFailure } from './file-failure.ts';
import { beginReplacement, type Replacement } from './replacement-file.ts';

export interface ExportOptions extends ExportFormat {
  readonly rows: AsyncIterable<Exported>;
  readonly path: string;
  readonly signal?: AbortSignal;
  /** Told how many rows are written, some ten times a second at most. */
  readonly onProgress?: (rows: number) => void;
}

export interface ExportSummary {
  readonly rows: number;
  /** Fields that the formula guard changed. */
  readonly guarded: number;
}

/**
 * Writes an export so that the file at `path` is always either what it was before or the whole export: to a temporary
 * file beside it, to the disk, then renamed over it. Cancelled or failed, it leaves nothing behind.
 *
 * Failures: `cancelled`, `file-unwritable` with a sentence in `detail` that says what to do, and those of the store.
 */
export async function writeExport(options: ExportOptions): Promise<Result<ExportSummary, Failure>> {
  const begun = await beginReplacement(options.path);
  if (!begun.ok) return begun;
  const written = await writeRows(begun.value.file, options).catch(discardThenRethrow(begun.value));
  if (!written.ok) {
    await begun.value.discard();
    return written;
  }
  const finished = await begun.value.finish();
  return finished.ok ? written : finished;
}

/** At some 20,000 to 50,000 rows a second this speaks fewer than ten times in each. */
const ROWS_A_PROGRESS = 5_000;

async function writeRows(
  file: FileHandle,
  { rows, path, signal, onProgress, ...format }: ExportOptions,
): Promise<Result<ExportSummary, Failure>> {
  const chunks = exportText(rows, format);
  let summary: ExportSummary = { rows: 0, guarded: 0 };
  let told = 0;
  try {
    for (;;) {
      if (signal?.aborted) return failed(failure('cancelled'));
      const next = await read(chunks);
      if (!next.ok) return next;
      if (next.value.done) break;
      const chunk = next.value.value;
      const problem = await write(file, chunk.text, path);
      if (problem !== null) return failed(problem);
      summary = { rows: summary.rows + chunk.rows, guarded: summary.guarded + chunk.guarded };
      if (summary.rows - told >= ROWS_A_PROGRESS) {
        told = summary.rows;
        onProgress?.(told);
      }
    }
  } finally {
    await chunks.return(undefined);
  }
  if (signal?.aborted) return failed(failure('cancelled'));
  onProgress?.(summary.rows);
  return ok(summary);
}

async function read<T>(chunks: AsyncGenerator<T>): Promise<Result<IteratorResult<T, void>, Failure>> {
  try {
    return ok((await chunks.next()) as IteratorResult<T, void>);
  } catch (error) {
    return failed(rowsFailure(error));
  }
}

/** Rows come from a room above this one, whose error is known here by its shape. Anything else is a bug. */
function rowsFailure(error: unknown): Failure {
  if (!(error instanceof Error) || !('reason' in error) || !('detail' in error)) throw error;
  const reason = reasonSchema.safeParse(error.reason);
  if (!reason.success || typeof error.detail !== 'string') throw error;
  return failure(reason.data, { detail: error.detail });
}

async function write(file: FileHandle, text: string, path: string): Promise<Failure | null> {
  try {
    // Goes on where the last call ended, and until all of it is written.
    await file.writeFile(text, 'utf8');
    return null;
  } catch (error) {
    return fileFailure(error, path);
  }
}

const discardThenRethrow = (replacement: Replacement) => async (bug: unknown) => {
  await replacement.discard();
  throw bug;
};
