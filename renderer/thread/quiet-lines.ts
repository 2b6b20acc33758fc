import { quietWords } from '../../shared/catalogue/quiet-words.ts';
import type { QuietNotice } from '../../shared/quiet.ts';

export interface QuietLine {
  readonly notice: QuietNotice;
  readonly title: string;
  readonly meaning: string;
  readonly nextStep: string;
}

/** Each silence in words as of `now`, epoch milliseconds. */
export function quietLines(quiet: readonly QuietNotice[], now: number): readonly QuietLine[] {
  return quiet.map((notice) => {
    const { title, meaning, nextStep } = quietWords[notice.rule];
    const since = (now - Date.parse(notice.at)) / 60_000;
    return { notice, title: title(notice.rule === 'documents' ? -since : since), meaning, nextStep };
  });
}
