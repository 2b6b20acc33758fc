import type { SourceName } from '../../../shared/accounts/source-name.ts';
import { splitPpnsFile, type PpnsFilePart } from '../decode/ppns/split-file.ts';

/** Which source a file came from, by its first characters: HMRC's CDS sends XML, push-pull boxes list JSON. */
export function sourceOfFile(bytes: Uint8Array): SourceName {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, SNIFFED_BYTES)).trimStart();
  return /^[[{"]/.test(start) ? 'hmrc-ppns' : 'hmrc-cds';
}

const SNIFFED_BYTES = 4096;

/** The messages in a file, as its source would have delivered each. */
export function payloadsIn(bytes: Uint8Array, source: SourceName): readonly PpnsFilePart[] {
  switch (source) {
    case 'hmrc-cds':
      return [{ payload: bytes, contentType: 'application/xml', envelope: {} }];
    case 'hmrc-ppns':
      return splitPpnsFile(bytes);
  }
}
