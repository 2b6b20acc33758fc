import type { SourceForm } from './source-form.ts';

export const mastercardForm: SourceForm = {
  source: 'mastercard-cen',
  needs:
    'Have at hand: the consumer key and the signing key file with its password, both of one project in Mastercard Developers.',
  environments: { sandbox: 'Sandbox', production: 'Production' },
  tokenAddress: null,
  beforeSecret: [
    {
      kind: 'text',
      name: 'consumerKey',
      label: 'Consumer key',
      hint: 'Long, with one ! in it. Sandbox and production have different ones.',
      error: 'Copy the consumer key from the project in Mastercard Developers, without spaces.',
    },
  ],
  secret: {
    kind: 'key',
    hint: 'The .p12 file that the project offered once for download, or the key as PEM.',
    certificate: null,
  },
  afterSecret: [],
  folded: [],
};
