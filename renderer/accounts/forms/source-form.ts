import type { SourceName } from '../../../shared/accounts/source-name.ts';

/** What is typed or chosen, by the name of its field. */
export type FieldTexts = Readonly<Record<string, string>>;

interface FieldWords {
  /** The member of the account that it sets. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

export interface TextEntry extends FieldWords {
  readonly kind: 'text';
  /** What to do where the schema refuses it. */
  readonly error: string;
  /** Left out of the account while it is empty. */
  readonly optional?: true;
  /** As it is kept, where that is not as it was typed. */
  readonly read?: (text: string) => string;
}

export interface ChoiceEntry extends FieldWords {
  readonly kind: 'choice';
  /** Words by value, the usual one first. An empty value leaves the member out of the account. */
  readonly options: Readonly<Record<string, string>>;
  /** Counts, and is shown, only while the field of this name is filled. */
  readonly onlyWith?: string;
}

export type FormEntry = TextEntry | ChoiceEntry;

/** Fields that few need: folded away until they are wanted, filled or wrong. */
export interface FoldedEntries {
  readonly title: string;
  readonly entries: readonly FormEntry[];
}

/** What the source knows an account by, beside what is in the account itself. */
export type SecretForm =
  | { readonly kind: 'text'; readonly label: string; readonly error: string }
  | {
      readonly kind: 'key';
      readonly hint: string;
      /** Null where no certificate has to be known; else why it is. */
      readonly certificate: string | null;
    };

/** How an account at one source is filled in: all that the form knows of it. */
export interface SourceForm {
  readonly source: SourceName;
  /** What to have at hand. */
  readonly needs: string;
  readonly environments: { readonly sandbox: string; readonly production: string };
  /** The hint of the second address; null where the source has but one. */
  readonly tokenAddress: string | null;
  readonly beforeSecret: readonly FormEntry[];
  readonly secret: SecretForm;
  readonly afterSecret: readonly FormEntry[];
  readonly folded: readonly FoldedEntries[];
}
