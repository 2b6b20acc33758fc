import { failure, type Failure } from '../../shared/failure.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { fileNameFrom } from './file-name.ts';

/** Puts `bytes` in the file's place, whole or not at all; the failure says what the disk ran into. */
export type WriteFile = (path: string, bytes: Uint8Array) => Promise<Result<null, Failure>>;

export interface PrintingOptions {
  /** The page as it is now, as a PDF. Rejects where it cannot be printed. */
  readonly printPage: (title: string) => Promise<Uint8Array>;
  /** Null where the person cancelled. */
  readonly askWhereToSave: (suggested: string) => Promise<string | null>;
  readonly writeFile: WriteFile;
  /** One line for stderr. */
  readonly log: (line: string) => void;
}

export interface Printing {
  /**
   * Prints what the window shows to a PDF where the person wants it, `name` with `.pdf` as they first see it; null
   * where they cancelled. One at a time: whoever asks meanwhile gets the answer of the one under way.
   */
  readonly start: (name: string) => Promise<Result<{ path: string } | null, Failure>>;
}

export function createPrinting(options: PrintingOptions): Printing {
  let underWay: Promise<Result<{ path: string } | null, Failure>> | null = null;

  return {
    start: (name) => {
      underWay ??= print(name).finally(() => (underWay = null));
      return underWay;
    },
  };

  async function print(name: string): Promise<Result<{ path: string } | null, Failure>> {
    // Printed before anybody is asked: while the dialog is open the window may come to show something else.
    const printed = printPage(name);
    const path = await options.askWhereToSave(`${fileNameFrom(name, 'declaration')}.pdf`);
    const bytes = await printed;
    if (path === null) return ok(null);
    if (!bytes.ok) return bytes;
    const written = await options.writeFile(path, bytes.value);
    return written.ok ? ok({ path }) : written;
  }

  async function printPage(title: string): Promise<Result<Uint8Array, Failure>> {
    try {
      return ok(await options.printPage(title));
    } catch (error) {
      options.log(`The page could not be printed: ${error instanceof Error ? error.message : 'unknown'}`);
      return failed(failure('unexpected-answer', { detail: 'the page could not be printed' }));
    }
  }
}
