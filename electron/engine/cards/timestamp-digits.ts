/**
 * Whether 12 to 19 digits are plainly a moment: year to minute, second or millisecond, or the count of milli-, micro-
 * or nanoseconds since 1970 for a day between 2008 and 2039. No card scheme issues numbers of these lengths that
 * start like this.
 */
export const isTimestamp = (digits: string): boolean => CALENDAR.test(digits) || SINCE_1970.test(digits);

const CALENDAR = /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])[0-5]\d([0-5]\d(\d{3})?)?$/;

const SINCE_1970 = /^(1[2-9]|2[01])(\d{11}|\d{14}|\d{17})$/;
