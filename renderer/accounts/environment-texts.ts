import './zod-without-eval.ts';
import { baseUrlSchema, type Environment } from '../../shared/accounts/environment.ts';
import type { FieldTexts } from './forms/source-form.ts';

/** The fields of an environment as texts: `environment`, `baseUrl`, `tokenUrl`. */
export function environmentTexts(environment: Environment): FieldTexts {
  if (typeof environment === 'string') return { environment, baseUrl: '', tokenUrl: '' };
  return { environment: 'custom', baseUrl: environment.baseUrl, tokenUrl: environment.tokenUrl ?? '' };
}

/** The environment that was typed; null where none of the known ones was chosen. */
export function environmentOf(texts: FieldTexts, hasTokenAddress: boolean): unknown {
  const { environment, baseUrl = '', tokenUrl = '' } = texts;
  if (environment !== 'custom') return environment;
  const token = hasTokenAddress ? tokenUrl.trim() : '';
  return { baseUrl: baseUrl.trim(), ...(token !== '' && { tokenUrl: token }) };
}

/** What is wrong with the addresses, by field. */
export function environmentErrors(texts: FieldTexts, hasTokenAddress: boolean): FieldTexts {
  const { environment, baseUrl = '', tokenUrl = '' } = texts;
  if (environment !== 'custom') return {};
  const base = urlError(baseUrl);
  const token = !hasTokenAddress || tokenUrl.trim() === '' ? null : urlError(tokenUrl);
  return { ...(base !== null && { baseUrl: base }), ...(token !== null && { tokenUrl: token }) };
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
