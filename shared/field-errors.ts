import type { z } from 'zod';

/** One wrong field: `{ field: 'accounts[2].boxId', message: 'is missing' }`; an empty `field` is the whole value. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;
type UnionIssue = Extract<Issue, { code: 'invalid_union' }>;
type Path = readonly PropertyKey[];

/**
 * A schema's complaints in words for a person, one entry a field. Never repeats the value itself, which may be
 * a secret in the wrong place. `input` is what was parsed.
 */
export function fieldErrors(error: z.ZodError, input: unknown): FieldError[] {
  return error.issues.flatMap((issue) => describe(issue, issue.path, input));
}

/** `accounts[2].boxId: is missing`, or the message alone where the whole value is meant. */
export const fieldErrorText = ({ field, message }: FieldError): string =>
  field === '' ? message : `${field}: ${message}`;

function describe(issue: Issue, path: Path, input: unknown): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: fieldName([...path, key]), message: 'is not a known setting' }));
  }
  if (valueAt(input, path) === undefined) return [{ field: fieldName(path), message: 'is missing' }];
  if (issue.code !== 'invalid_union') return [{ field: fieldName(path), message: inWords(issue) }];

  const meant = meantBranch(issue, path, input);
  if (meant === null) return [{ field: fieldName(path), message: `use ${choices(issue)}` }];
  return meant.flatMap((inner) => describe(inner, [...path, ...inner.path], input));
}

/** The branch of which the fault is in a member alone: the one that lacks nothing, or else the only one there is. */
function meantBranch({ errors }: UnionIssue, path: Path, input: unknown): readonly Issue[] | null {
  const ofMembers = errors.filter((branch) => branch.some(isOfMember));
  const lacksNothing = ofMembers.find((branch) =>
    branch.every((inner) => isOfMember(inner) && valueAt(input, [...path, ...inner.path]) !== undefined),
  );
  return lacksNothing ?? (ofMembers.length === 1 ? (ofMembers[0] ?? null) : null);
}

const isOfMember = (issue: Issue): boolean => issue.path.length > 0 || issue.code === 'unrecognized_keys';

function inWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${typeWords[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `use ${listed(issue.values.map((value) => JSON.stringify(value)))}`;
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : `must be at least ${String(issue.minimum)}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `must be ${String(issue.maximum)} characters at most`
        : `must be ${String(issue.maximum)} at most`;
    case 'invalid_format':
      return formatWords[issue.format] ?? issue.message;
    case 'custom':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return issue.message;
  }
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};

const formatWords: Readonly<Record<string, string>> = {
  guid: 'must be a UUID, such as 1b5a2d5e-0f3c-4f39-8f6e-9d3c0a7b6e21',
  url: 'must be a web address',
  datetime: 'must be an instant in UTC, such as 2026-11-22T09:40:11.000Z',
};

/** `text, { env }, { file } or { stored }` for a union whose every branch failed. */
function choices(issue: UnionIssue): string {
  const named = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
  if (named.length > 0) return listed(named.map((option) => JSON.stringify(option)));
  return listed([...new Set(issue.errors.flatMap(branchWords))]);
}

function branchWords(branch: readonly Issue[]): string[] {
  const member = branch.find((inner) => inner.path.length > 0)?.path[0];
  if (member !== undefined) return [`{ ${String(member)} }`];
  return branch.flatMap((inner) => {
    if (inner.code === 'invalid_value') return inner.values.map((value) => JSON.stringify(value));
    return inner.code === 'invalid_type'
      ? [inner.expected === 'string' ? 'text' : inWords(inner).slice(8)]
      : [];
  });
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

function fieldName(path: Path): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    return name === '' ? String(step) : `${name}.${String(step)}`;
  }, '');
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    input,
  );
}
