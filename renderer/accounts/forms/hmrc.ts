import type { SourceForm, TextEntry } from './source-form.ts';

const clientId: TextEntry = {
  kind: 'text',
  name: 'clientId',
  label: 'Client id',
  error: 'Enter the client id, as the HMRC Developer Hub shows it.',
};

/** What both sources of HMRC ask for. */
export const hmrcForm = {
  environments: { sandbox: 'Sandbox', production: 'Production' },
  tokenAddress: 'Leave empty where it is the same.',
  beforeSecret: [clientId],
  secret: { kind: 'text', label: 'Client secret', error: 'Enter the client secret.' },
  afterSecret: [],
  folded: [],
} as const satisfies Partial<SourceForm>;
