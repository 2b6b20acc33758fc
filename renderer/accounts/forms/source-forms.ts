import type { SourceName } from '../../../shared/accounts/source-name.ts';
import { hmrcCdsForm } from './hmrc-cds.ts';
import { hmrcPpnsForm } from './hmrc-ppns.ts';
import { jpmForm } from './jpm-notifications.ts';
import { mastercardForm } from './mastercard-cen.ts';
import type { FormEntry, SourceForm } from './source-form.ts';

/** The one list of forms: another source is another file and another line. */
export const sourceForms: Readonly<Record<SourceName, SourceForm>> = {
  'hmrc-ppns': hmrcPpnsForm,
  'hmrc-cds': hmrcCdsForm,
  'mastercard-cen': mastercardForm,
  'jpm-notifications': jpmForm,
};

/** Every field of a source but its secret, those that are folded away last. */
export const entriesOf = ({ beforeSecret, afterSecret, folded }: SourceForm): readonly FormEntry[] => [
  ...beforeSecret,
  ...afterSecret,
  ...folded.flatMap((group) => group.entries),
];
