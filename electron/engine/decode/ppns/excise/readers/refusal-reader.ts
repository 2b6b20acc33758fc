import type { DecodedError } from '../../../../../../shared/notification.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { detail } from '../details.ts';
import {
  DUPLICATE_LRN,
  isRepairable,
  mendingOf,
  refusalMeaning,
  REGISTER_DOWN,
} from '../errors/explain-refusal.ts';
import { placeWords } from '../errors/place-words.ts';
import { refusedMessage } from '../errors/refused-message.ts';
import type { BodyReader } from '../told-by-body.ts';
import { refusalVariants, type Refused } from '../variants/refusals.ts';

/** IE704. LRN and ARC are both optional. The code is the number of the refused message, where it can be told. */
export const readRefusal: BodyReader = (body) => {
  const errors = body.children('FunctionalError');
  const codes = errors.flatMap((error) => error.text('ErrorType') ?? []);
  const lrn = body.text('Attributes', 'LocalReferenceNumber');
  const refused = refusedMessage({
    arc: body.text('Attributes', 'AdministrativeReferenceCode'),
    lrn,
    codes,
    locations: errors.flatMap((error) => error.text('ErrorLocation') ?? []),
  });
  const nextStep = nextStepFor(refused, codes);
  return {
    variant: refusalVariants[refused],
    statusCode: refused === 'other' ? null : refused,
    lrn,
    errors: errors.map(errorOf),
    ...(nextStep === null ? {} : { nextStep }),
    details: [...detail('Refused message', refused === 'other' ? null : refused)],
  };
};

function errorOf(error: XmlElement): DecodedError {
  const code = error.text('ErrorType') ?? 'none';
  const location = error.text('ErrorLocation');
  const place = location === null ? null : placeWords(location);
  const original = error.text('OriginalAttributeValue');
  const reason = error.text('ErrorReason');
  return {
    code,
    meaning: refusalMeaning(code),
    advisory: false,
    pointer: location,
    path: place?.words ?? null,
    dataElement: null,
    item: place?.item ?? null,
    description: original === null ? reason : `${reason ?? 'Not accepted'} (sent: ${original})`,
    nextStep: mendingOf(code),
  };
}

/** What mends the whole message; null where the variant's own step is as good. */
function nextStepFor(refused: Refused, codes: readonly string[]): string | null {
  if (codes.length > 0 && codes.every((code) => code === REGISTER_DOWN)) {
    return 'Send the same message again later, unchanged.';
  }
  if (refused !== 'IE815' || codes.length === 0) return null;
  if (!codes.every(isRepairable))
    return 'At least one error cannot be corrected in the draft: make a new movement.';
  return codes.includes(DUPLICATE_LRN)
    ? 'Correct the errors, and send it again with a new LRN.'
    : 'Correct the errors, and send it again.';
}
