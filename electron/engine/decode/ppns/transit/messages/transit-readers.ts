import { codeWords } from '../codes/code-words.ts';
import { cancellation } from './cancellation.ts';
import { control } from './control.ts';
import { accepted, amended, amendmentRequested, received } from './declaration.ts';
import { releaseAtDestination, unloadingPermitted } from './destination.ts';
import { arrivalAsked, discharged, discrepancies, recovery } from './enquiry.ts';
import { incidentOnTheWay } from './incident.ts';
import { NETWORK, SENT } from './own-and-network.ts';
import { refusedAtDeparture, refusedAtDestination } from './refusal.ts';
import { guaranteeRefused, notReleasedForTransit, releasedForTransit } from './release-for-transit.ts';
import { functionalErrors, xmlErrors } from './technical.ts';
import { says, type TransitReader } from './transit-reading.ts';

/** Every message of transit (NCTS phases 5 and 6) by its number. */
export const TRANSIT_READERS: Readonly<Record<string, TransitReader>> = {
  ...SENT,
  ...NETWORK,
  '004': amended,
  '009': cancellation,
  '019': discrepancies,
  '022': amendmentRequested,
  '025': releaseAtDestination,
  '028': accepted,
  '029': releasedForTransit,
  '035': recovery,
  '043': unloadingPermitted,
  '045': discharged,
  '051': notReleasedForTransit,
  '055': guaranteeRefused,
  '056': refusedAtDeparture,
  '057': refusedAtDestination,
  '060': control,
  '140': arrivalAsked,
  '182': incidentOnTheWay,
  '906': functionalErrors,
  '917': xmlErrors,
  '928': received,
};

/** The reader of a message; one that is not in the table is shown by its number and the scheme's name for it. */
export const transitReader = (number: string | null): TransitReader =>
  (number === null ? undefined : TRANSIT_READERS[number]) ?? (() => unknownMessage(number));

function unknownMessage(number: string | null) {
  const name = number === null ? null : codeWords('CL060', `CC${number}C`);
  const called = number === null ? 'Transit message' : `Transit message IE${number}`;
  return says(
    'watch',
    'unknown',
    name === null ? called : `${called}: ${name}`,
    'A transit office sent a message of a type that Quayside has no description for.',
    'Read the message itself.',
  );
}
