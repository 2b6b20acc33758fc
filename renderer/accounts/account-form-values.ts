import './zod-without-eval.ts';
import { accountSchema, type Account } from '../../shared/accounts/account.ts';
import { baseUrlSchema, type Environment } from '../../shared/accounts/environment.ts';
import type { SourceName } from '../../shared/accounts/source-name.ts';
import type { AccountDraft, AccountView } from '../../shared/bridge.ts';

/** The form as it is typed. */
export interface AccountFormValues {
  readonly source: SourceName;
  readonly name: string;
  readonly id: string;
  readonly environment: 'sandbox' | 'production' | 'custom';
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Empty keeps the secret that is held. */
  readonly clientSecret: string;
  readonly boxId: string;
  readonly listLimitPer: 'client' | 'box';
}

export type FormErrors = Readonly<Partial<Record<keyof AccountFormValues, string>>>;

export const NEW_ACCOUNT: AccountFormValues = {
  source: 'hmrc-ppns',
  name: '',
  id: '',
  environment: 'sandbox',
  baseUrl: '',
  tokenUrl: '',
  clientId: '',
  clientSecret: '',
  boxId: '',
  listLimitPer: 'client',
};

/** The form of an account that exists. Its secret is never shown. */
export function valuesOf(account: Account): AccountFormValues {
  const { environment } = account;
  const custom = typeof environment === 'object' ? environment : null;
  return {
    ...NEW_ACCOUNT,
    source: account.source,
    name: account.name,
    id: account.id,
    environment: typeof environment === 'string' ? environment : 'custom',
    baseUrl: custom?.baseUrl ?? '',
    tokenUrl: custom?.tokenUrl ?? '',
    clientId: account.clientId,
    ...(account.source === 'hmrc-ppns' && {
      boxId: account.boxId,
      listLimitPer: account.listLimitPer ?? 'client',
    }),
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
  const candidate = accountOf(values, existing);
  const parsed = accountSchema.safeParse(candidate);
  const errors: FormErrors = {
    ...(parsed.success ? {} : namedErrors(parsed.error.issues.map(({ path }) => String(path[0])))),
    ...environmentErrors(values),
    ...(taken.includes(values.id) && { id: `"${values.id}" is in use by another account.` }),
    ...(values.clientSecret === '' && !holdsSecret(existing) && { clientSecret: 'Enter the client secret.' }),
  };
  if (!parsed.success || Object.keys(errors).length > 0) return { ok: false, errors };
  const clientSecret = values.clientSecret === '' ? null : values.clientSecret;
  return { ok: true, draft: { account: parsed.data, clientSecret } };
}

/** A short id from the name: `CDS, Dover` becomes `cds-dover`; one that is taken gets a number. */
export function idFromName(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  const wanted = plain === '' ? 'account' : plain;
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

const holdsSecret = (existing: AccountView | null): boolean =>
  existing?.secret === 'held' || existing?.secret === 'session-only';

function accountOf(values: AccountFormValues, existing: AccountView | null): unknown {
  const { callsPerSecond, paused, addedAt } = existing?.account ?? {};
  return {
    source: values.source,
    id: values.id.trim(),
    name: values.name.trim(),
    environment: environmentOf(values),
    clientId: values.clientId.trim(),
    clientSecret: { stored: true },
    ...(paused !== undefined && { paused }),
    ...(addedAt !== undefined && { addedAt }),
    ...(callsPerSecond !== undefined && { callsPerSecond }),
    ...(values.source === 'hmrc-ppns' && {
      boxId: values.boxId.trim().toLowerCase(),
      listLimitPer: values.listLimitPer,
    }),
  };
}

function environmentOf({ environment, baseUrl, tokenUrl }: AccountFormValues): Environment {
  if (environment !== 'custom') return environment;
  return { baseUrl: baseUrl.trim(), ...(tokenUrl.trim() !== '' && { tokenUrl: tokenUrl.trim() }) };
}

function environmentErrors(values: AccountFormValues): FormErrors {
  if (values.environment !== 'custom') return {};
  const baseUrl = urlError(values.baseUrl);
  const tokenUrl = values.tokenUrl.trim() === '' ? null : urlError(values.tokenUrl);
  return { ...(baseUrl !== null && { baseUrl }), ...(tokenUrl !== null && { tokenUrl }) };
}

function urlError(text: string): string | null {
  if (text.trim() === '') return 'Enter the address, such as https://api.example.com.';
  const parsed = baseUrlSchema.safeParse(text.trim());
  if (parsed.success) return null;
  const own = parsed.error.issues.find(({ code }) => code === 'custom');
  return own === undefined
    ? 'Enter a whole address, such as https://api.example.com.'
    : sentence(own.message);
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** What to do about each field that the schema refuses; the environment's fields are named apart. */
function namedErrors(fields: readonly string[]): FormErrors {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const words = fieldErrors[field];
      return words === undefined ? [] : [[field, words] as const];
    }),
  );
}

const fieldErrors: Readonly<Record<string, string | undefined>> = {
  name: 'Give the account a name of 1 to 80 characters.',
  id: 'Use letters, digits, dot, dash and underscore, 64 at most, and begin with a letter or digit.',
  clientId: 'Enter the client id, as the HMRC Developer Hub shows it.',
  boxId:
    'Enter the box id: 32 hexadecimal digits in five groups, such as 1c5b9365-18a6-45a5-99c9-83a091ac7f26.',
};
