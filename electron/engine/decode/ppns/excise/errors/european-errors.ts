/** The European list of error codes. HMRC has one of its own, so these are not expected; other systems send them. */
export const europeanErrors: Readonly<Record<string, string>> = {
  '0': 'Another error.',
  '12': 'A value is not right, or is not on its code list.',
  '15': 'Something is given where it may not be.',
  '26': 'This was sent before.',
  '90': 'No movement with this ARC is known.',
  '91': 'This LRN has been used before.',
  '92': 'The message does not fit the state in which the movement is now.',
  '93': 'The ARC is not valid.',
  '94': 'The follow-up correlation ID is not valid.',
  '95': 'The follow-up correlation ID is not known.',
};
