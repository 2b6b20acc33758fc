import { INSPECTION_DETAIL, NOT_REQUIRED } from '../../../../../shared/catalogue/inspection-detail.ts';
import type { DecodedDetail } from '../../../../../shared/notification.ts';
import type { Members } from '../members.ts';
import { inspectionOf, stopsInWords } from './inspection.ts';
import { DIRECTIONS, HAULIER_TYPES } from './vehicle-codes.ts';

/** What tells one lorry from another, first; then the way it goes, and what is decided of it. Names of locations are not public. */
export function goodsMovementDetails(message: Members): DecodedDetail[] {
  const crossing = message.object('checkedInCrossing') ?? message.object('plannedCrossing');
  const direction = message.text('direction');
  const haulier = message.text('haulierType');
  return details([
    ['Vehicle', message.text('vehicleRegNum')],
    ['Trailers', joined(message.texts('trailerRegistrationNums'))],
    ['Containers', joined(message.texts('containerReferenceNums'))],
    ['Unaccompanied', message.flag('isUnaccompanied') === true ? 'yes' : null],
    ['Direction', direction === null ? null : (DIRECTIONS.get(direction) ?? direction)],
    ['Route', crossing?.text('routeId') ?? null],
    ['Departure, local time of the port', localTime(crossing?.text('localDateTimeOfDeparture') ?? null)],
    ['Arrival, local time of the port', localTime(crossing?.text('localDateTimeOfArrival') ?? null)],
    ['Haulier', haulier === null ? null : (HAULIER_TYPES.get(haulier) ?? haulier)],
    [INSPECTION_DETAIL, inspectionInWords(message)],
    ['Export checks', exportChecks(message.flag('readyToEmbark'))],
  ]);
}

function inspectionInWords(message: Members): string | null {
  const inspection = inspectionOf(message);
  if (inspection === 'undecided') return null;
  return inspection === 'required' ? (stopsInWords(message) ?? 'required') : NOT_REQUIRED;
}

function exportChecks(isReady: boolean | null): string | null {
  if (isReady === null) return null;
  return isReady ? 'done: ready to embark' : 'not done: not ready to embark';
}

/** Written without a zone: shown as it is, with a blank in place of the `T`. */
const localTime = (text: string | null): string | null => text?.replace('T', ' ') ?? null;

const joined = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join(', '));

const details = (all: readonly (readonly [string, string | null])[]): DecodedDetail[] =>
  all.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
