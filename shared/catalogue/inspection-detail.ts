import type { DecodedDetail } from '../notification.ts';

/** The detail of a goods movement that says whether customs inspects it; what it says where customs decided against. */
export const INSPECTION_DETAIL = 'Inspection';
export const NOT_REQUIRED = 'not required';

/** Whether customs has said that no inspection is required. */
export const isInspectionWaived = (details: readonly DecodedDetail[]): boolean =>
  details.some(({ name, value }) => name === INSPECTION_DETAIL && value === NOT_REQUIRED);
