/** Why a document is not read, and the line it was noticed on, 1-based, where that is known. */
export interface XmlProblem {
  readonly problem: string;
  readonly line: number | null;
}

/** `nested deeper than 64 levels (line 7)`. */
export const problemText = ({ problem, line }: XmlProblem): string =>
  line === null ? problem : `${problem} (line ${line})`;
