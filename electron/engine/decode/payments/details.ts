import type { DecodedDetail } from '../../../../shared/notification.ts';
import { shown } from './leaf-view.ts';

/** Details in the order given, without those that are not known; card numbers masked, 200 characters at most. */
export const detailsOf = (
  pairs: readonly (readonly [name: string, value: string | null])[],
): readonly DecodedDetail[] =>
  pairs.flatMap(([name, value]) => {
    const text = shown(value);
    return text === null ? [] : [{ name, value: text }];
  });

/** As `detailsOf`, for identifiers that are known to be no card numbers: shown in full, as a person has to quote them. */
export const identifierDetails = (
  pairs: readonly (readonly [name: string, value: string | null])[],
): readonly DecodedDetail[] =>
  pairs.flatMap(([name, value]) =>
    value === null || value.trim() === '' ? [] : [{ name, value: value.trim().slice(0, LONGEST_IDENTIFIER) }],
  );

const LONGEST_IDENTIFIER = 200;
