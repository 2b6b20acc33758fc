import './zod-without-eval.ts';
import { MOST_KEY_BYTES } from '../../shared/accounts/key-material.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { byteSize } from '../ui/format.ts';

/** A file that a person chose: its name to show, its bytes in base64 to send. */
export interface ChosenFile {
  readonly name: string;
  readonly base64: string;
}

/** What is read of a `File`. */
export interface ReadableFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Reads a key file; fails in words for a person. A larger one is refused unread: a film must not fill the memory. */
export async function readKeyFile(file: ReadableFile): Promise<Result<ChosenFile, string>> {
  if (file.size > MOST_KEY_BYTES) {
    return failed(
      `${file.name} is no key file: it has ${byteSize(file.size)}, and a key file never more than ${MOST_KEY_BYTES / 1024} KB.`,
    );
  }
  if (file.size === 0) return failed(`${file.name} is empty.`);
  try {
    return ok({ name: file.name, base64: base64(new Uint8Array(await file.arrayBuffer())) });
  } catch {
    // A folder that was dropped, or a file that was taken away meanwhile.
    return failed(`${file.name} could not be read.`);
  }
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
