import type { ChoiceEntry, SourceForm, TextEntry } from './source-form.ts';

const entityType: ChoiceEntry = {
  kind: 'choice',
  name: 'entityType',
  label: 'Kind of entity',
  options: {
    MERCHANT: 'Merchant',
    PLATFORM: 'Platform',
    CLIENT: 'Client',
    ACCOUNT: 'Account',
    EMBEDDED_PLATFORM: 'Embedded platform',
    CONSUMER: 'Consumer',
  },
};

const parentEntityId: TextEntry = {
  kind: 'text',
  name: 'parentEntityId',
  label: 'Parent entity id',
  hint: 'Only where you read for an entity that belongs to a platform of yours.',
  error: 'Enter the 8 to 12 digits of the parent entity, or leave this empty.',
  optional: true,
};

/** J.P. Morgan's guide and its specification name different places for the filters of a search. */
const filterStyle: ChoiceEntry = {
  kind: 'choice',
  name: 'filterStyle',
  label: 'How to ask for days and delivery status',
  hint: 'Leave this as it is, unless a notice on the account says otherwise.',
  options: {
    '': 'Quayside finds out',
    both: 'In the address and in the headers',
    query: 'In the address only',
    headers: 'In the headers only',
  },
};

export const jpmForm: SourceForm = {
  source: 'jpm-notifications',
  needs:
    'Have at hand: client id and resource from J.P. Morgan’s onboarding, the key file with its password, the certificate that was registered for it, and the entity id.',
  environments: { sandbox: 'Client testing (CAT)', production: 'Production' },
  tokenAddress: 'Leave empty for J.P. Morgan’s own.',
  beforeSecret: [
    {
      kind: 'text',
      name: 'clientId',
      label: 'Client id',
      error: 'Enter the client id that J.P. Morgan gave at onboarding.',
    },
    {
      kind: 'text',
      name: 'resource',
      label: 'Resource',
      hint: 'Begins with JPMC:URI:RS. It tells testing from production.',
      error: 'Enter the resource that J.P. Morgan gave at onboarding, such as JPMC:URI:RS-….',
    },
    {
      kind: 'text',
      name: 'entityId',
      label: 'Entity id',
      hint: '8 to 12 digits; zeros in front count.',
      error: 'Enter the 8 to 12 digits of the entity.',
    },
    entityType,
  ],
  secret: {
    kind: 'key',
    hint: 'A .p12, .pfx or .pem file.',
    certificate: 'J.P. Morgan knows a key by its certificate: choose the certificate file as well.',
  },
  afterSecret: [],
  folded: [
    {
      title: 'Parent entity',
      entries: [
        parentEntityId,
        {
          kind: 'choice',
          name: 'parentEntityType',
          label: 'Kind of parent entity',
          options: { PLATFORM: 'Platform', EMBEDDED_PLATFORM: 'Embedded platform' },
          onlyWith: 'parentEntityId',
        },
      ],
    },
    { title: 'Advanced', entries: [filterStyle] },
  ],
};
