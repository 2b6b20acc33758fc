import './zod-without-eval.ts';
import { accountSchema, type Account } from '../../shared/accounts/account.ts';
import type { KeyInfo, KeyMaterial } from '../../shared/accounts/key-material.ts';
import type { SourceName } from '../../shared/accounts/source-name.ts';
import type { AccountDraft, AccountView } from '../../shared/bridge.ts';
import { environmentErrors, environmentOf, environmentTexts } from './environment-texts.ts';
import type { FieldTexts, FormEntry, SourceForm } from './forms/source-form.ts';
import { entriesOf, sourceForms } from './forms/source-forms.ts';

/** The form as it is typed. */
export interface AccountFormValues {
  readonly source: SourceName;
  /** By field: `name`, `id`, the environment's, `secret` (empty keeps the one that is held), and the source's own. */
  readonly texts: FieldTexts;
  readonly key: ChosenKey;
}

/** The key file as far as it has come. */
export type ChosenKey =
  /** None was chosen: the key that is held is kept. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'opened'; readonly material: KeyMaterial; readonly info: KeyInfo };

/** What is wrong, by field; that of the key file is `key`. */
export type FormErrors = FieldTexts;

export const NO_KEY: ChosenKey = { kind: 'none' };

export const NEW_ACCOUNT: AccountFormValues = {
  source: 'hmrc-ppns',
  texts: { name: '', id: '', secret: '', ...environmentTexts('sandbox') },
  key: NO_KEY,
};

/** What a field holds: what was typed, else what it begins with. */
export const textIn = (texts: FieldTexts, entry: FormEntry): string => texts[entry.name] ?? usualText(entry);

/** The form of an account that exists. Its secret is never shown. */
export function valuesOf(account: Account): AccountFormValues {
  const own = entriesOf(sourceForms[account.source]).flatMap(({ name }) => {
    const kept = (account as Readonly<Record<string, unknown>>)[name];
    return typeof kept === 'string' ? [[name, kept] as const] : [];
  });
  return {
    source: account.source,
    texts: {
      ...NEW_ACCOUNT.texts,
      ...environmentTexts(account.environment),
      ...{ name: account.name, id: account.id },
      ...Object.fromEntries(own),
    },
    key: NO_KEY,
  };
}

export type FormOutcome =
  { readonly ok: true; readonly draft: AccountDraft } | { readonly ok: false; readonly errors: FormErrors };

/**
 * What the form asks to be saved, or what is wrong, field by field. `existing` is the account that is edited:
 * what the form does not show of it is kept. `taken` are the ids of all others.
 */
export function draftOf(
  values: AccountFormValues,
  existing: AccountView | null,
  taken: readonly string[],
): FormOutcome {
  const form = sourceForms[values.source];
  const { texts } = values;
  const parsed = accountSchema.safeParse(candidateOf(form, values, existing?.account ?? null));
  const refused = parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]));
  const id = texts['id'] ?? '';
  const errors: FormErrors = {
    ...namedErrors(form, refused),
    ...environmentErrors(texts, form.tokenAddress !== null),
    ...(taken.includes(id.trim()) && { id: `"${id.trim()}" is in use by another account.` }),
    ...secretErrors(form, values, existing),
  };
  if (!parsed.success || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, draft: { account: parsed.data, secret: secretOf(form, values) } };
}

export const holdsSecret = (existing: AccountView | null): boolean =>
  existing?.secret === 'held' || existing?.secret === 'session-only';

/** What is known of the key that is held; null where nothing is. */
export const heldKeyInfo = (account: Account | null): KeyInfo | null =>
  (account !== null && 'keyInfo' in account ? account.keyInfo : undefined) ?? null;

function candidateOf(form: SourceForm, values: AccountFormValues, existing: Account | null): unknown {
  const { source, texts, key } = values;
  const { callsPerSecond, paused, addedAt } = existing ?? {};
  const keyInfo = key.kind === 'opened' ? key.info : heldKeyInfo(existing);
  return {
    source,
    id: (texts['id'] ?? '').trim(),
    name: (texts['name'] ?? '').trim(),
    environment: environmentOf(texts, form.tokenAddress !== null),
    ...(paused !== undefined && { paused }),
    ...(addedAt !== undefined && { addedAt }),
    ...(callsPerSecond !== undefined && { callsPerSecond }),
    ...Object.fromEntries(entriesOf(form).flatMap((entry) => memberOf(entry, texts))),
    ...(form.secret.kind === 'text'
      ? { clientSecret: { stored: true } }
      : { signingKey: { stored: true }, ...(keyInfo !== null && { keyInfo }) }),
  };
}

function memberOf(entry: FormEntry, texts: FieldTexts): readonly (readonly [string, string])[] {
  const text = textIn(texts, entry).trim();
  if (entry.kind === 'choice') return text === '' || !counts(entry, texts) ? [] : [[entry.name, text]];
  if (text === '' && entry.optional === true) return [];
  return [[entry.name, entry.read?.(text) ?? text]];
}

/** Whether the field means anything as the others are. */
export const counts = (entry: FormEntry, texts: FieldTexts): boolean =>
  entry.kind === 'text' || entry.onlyWith === undefined || (texts[entry.onlyWith] ?? '').trim() !== '';

const usualText = (entry: FormEntry): string =>
  entry.kind === 'choice' ? (Object.keys(entry.options)[0] ?? '') : '';

/** The secret as the bridge takes it; null keeps the one that is held. */
function secretOf(form: SourceForm, { texts, key }: AccountFormValues): string | null {
  if (form.secret.kind === 'key') return key.kind === 'opened' ? JSON.stringify(key.material) : null;
  const secret = texts['secret'] ?? '';
  return secret === '' ? null : secret;
}

function secretErrors(
  form: SourceForm,
  { texts, key }: AccountFormValues,
  existing: AccountView | null,
): FormErrors {
  if (form.secret.kind === 'text') {
    const isMissing = (texts['secret'] ?? '') === '' && !holdsSecret(existing);
    return isMissing ? { secret: form.secret.error } : {};
  }
  if (key.kind === 'unchecked') return { key: 'Choose a key file that can be opened.' };
  if (key.kind === 'none') return holdsSecret(existing) ? {} : { key: 'Choose the key file.' };
  const { certificate } = form.secret;
  return certificate !== null && key.info.thumbprint === null ? { certificate } : {};
}

/** What to do about each field that the schema refuses; the environment's fields are named apart. */
function namedErrors(form: SourceForm, refused: readonly string[]): FormErrors {
  const own = entriesOf(form).map((entry) => [entry.name, entry.kind === 'text' ? entry.error : ''] as const);
  const words: FieldTexts = { ...commonErrors, ...Object.fromEntries(own) };
  return Object.fromEntries(
    refused.flatMap((field) => (words[field] === undefined ? [] : [[field, words[field]] as const])),
  );
}

const commonErrors: FieldTexts = {
  name: 'Give the account a name of 1 to 80 characters.',
  id: 'Use letters, digits, dot, dash and underscore, 64 at most, and begin with a letter or digit.',
};
