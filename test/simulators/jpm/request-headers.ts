import { isUuid } from '../cds/chance.ts';
import type { ValidationError } from './answers.ts';
import { ENTITY_TYPES, type Endpoint, type JpmRequest } from './contract.ts';
import type { JpmSettings } from './settings.ts';

/** What is wrong with the headers of a call; empty where nothing is. */
export function headerErrors(
  { headers }: Pick<JpmRequest, 'headers'>,
  endpoint: Endpoint,
  { entityHeader }: Pick<JpmSettings, 'entityHeader'>,
): readonly ValidationError[] {
  const requestId = rule('request-id', true, isUuid, 'a UUID');
  const rules = endpoint === 'notification-types' ? [requestId] : [requestId, ...entityRules(entityHeader)];
  if (endpoint === 'notification')
    rules.push(rule('subscription-channel', false, isOneOf(CHANNELS), 'known'));
  return rules.flatMap((check) => check(headers[check.header]));
}

/** Whom a call names as its entity; null for nobody. */
export const namedEntity = (
  { headers }: Pick<JpmRequest, 'headers'>,
  { entityHeader }: Pick<JpmSettings, 'entityHeader'>,
): string | null => headers[entityHeader] ?? null;

const CHANNELS = ['WEBHOOK', 'EMAIL', 'IN-APP-COMMERCE-CENTER'];

interface Rule {
  readonly header: string;
  (value: string | undefined): readonly ValidationError[];
}

const isEntityId = (value: string): boolean => /^[0-9]{8,12}$/.test(value);

const isOneOf =
  (values: readonly string[]) =>
  (value: string): boolean =>
    values.includes(value);

/** Deployments from before entities know merchants only. */
const entityRules = (entityHeader: JpmSettings['entityHeader']): readonly Rule[] => [
  rule('entity-id', entityHeader === 'entity-id', isEntityId, 'of 8 to 12 digits'),
  rule('entity-type', entityHeader === 'entity-id', isOneOf(ENTITY_TYPES), 'known'),
  rule('merchant-id', entityHeader === 'merchant-id', isEntityId, 'of 8 to 12 digits'),
  rule('parent-entity-id', false, isEntityId, 'of 8 to 12 digits'),
  rule('parent-entity-type', false, isOneOf(['PLATFORM', 'EMBEDDED_PLATFORM']), 'known'),
];

function rule(header: string, isRequired: boolean, isGood: (value: string) => boolean, shape: string): Rule {
  const check = (value: string | undefined): readonly ValidationError[] => {
    if (value === undefined) {
      return isRequired ? [{ code: 'MISSING_VALUE', message: 'It is required', entity: header }] : [];
    }
    return isGood(value) ? [] : [{ code: 'INVALID_VALUE', message: `It is not ${shape}`, entity: header }];
  };
  return Object.assign(check, { header });
}
