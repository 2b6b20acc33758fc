import { hmrcForm } from './hmrc.ts';
import type { SourceForm } from './source-form.ts';

export const hmrcCdsForm: SourceForm = {
  ...hmrcForm,
  source: 'hmrc-cds',
  needs: 'Have at hand: client id and client secret of an application in the HMRC Developer Hub.',
};
