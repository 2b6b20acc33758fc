import type { DecodedError } from '../../../../../shared/notification.ts';
import { nameWords } from '../../name-words.ts';
import type { Members } from '../members.ts';
import { RULE_FAILURES } from './vehicle-codes.ts';

/** The rules that a goods movement breaks. HMRC's own text says most: only few of the codes are published. */
export const ruleFailures = (message: Members): DecodedError[] =>
  message.objects('ruleFailures').map(errorOf);

function errorOf(failure: Members): DecodedError {
  const code = failure.text('code') ?? 'none';
  const pointer = failure.text('field');
  const value = failure.text('value');
  const said = failure.text('technicalMessage');
  return {
    code,
    meaning: RULE_FAILURES.get(code) ?? null,
    advisory: false,
    pointer,
    path: pointer === null ? null : fieldInWords(pointer),
    dataElement: null,
    item: null,
    description: value === null ? said : `${said ?? 'Not accepted'} (sent: ${value})`,
    nextStep: null,
  };
}

/** `$.customsDeclarations[2].sAndSMasterRefNum` as `customs declaration 3, safety and security MRN`: its indexes begin at 0. */
export function fieldInWords(path: string): string {
  const steps = path.replace(/^\$\.?/, '').split('.');
  const words = steps.flatMap((step) => {
    const [, name = '', index] = /^([^[\]]*)(?:\[(\d{1,6})\])?/.exec(step) ?? [];
    if (name === '') return [];
    const known = FIELDS[name] ?? nameWords(name).join(' ');
    return [index === undefined ? known : `${known} ${Number(index) + 1}`];
  });
  return words.length === 0 ? 'the goods movement as a whole' : words.join(', ');
}

/** Members of a goods movement record; a list is named as one of its entries. */
const FIELDS: Readonly<Record<string, string>> = {
  customsDeclarations: 'customs declaration',
  customsDeclarationId: 'declaration number',
  customsDeclarationPartId: 'declaration part number',
  sAndSMasterRefNum: 'safety and security MRN',
  sAndSDeclarations: 'safety and security declaration',
  transitDeclarations: 'transit declaration',
  transitDeclarationId: 'transit MRN',
  isTSAD: 'transit accompanying document with safety data',
  ataDeclarations: 'ATA carnet',
  ataCarnetId: 'ATA carnet number',
  tirDeclarations: 'TIR carnet',
  tirCarnetId: 'TIR carnet number',
  eidrDeclarations: 'entry in declarant’s records',
  traderEORI: 'trader’s EORI',
  haulierEORI: 'haulier’s EORI',
  indirectExportDeclarations: 'indirect export declaration',
  eadMasterRefNum: 'export MRN',
  exemptionDeclarations: 'exemption',
  emptyVehicle: 'empty vehicle',
  plannedCrossing: 'planned crossing',
  routeId: 'route',
  localDateTimeOfDeparture: 'local time of departure',
  localDateTimeOfArrival: 'local time of arrival',
  vehicleRegNum: 'vehicle registration',
  trailerRegistrationNums: 'trailer registration',
  containerReferenceNums: 'container number',
  direction: 'direction',
  haulierType: 'type of haulier',
  isUnaccompanied: 'unaccompanied',
};
