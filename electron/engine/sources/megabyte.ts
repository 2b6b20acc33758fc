/** Bytes, as bounds on answers are given in. */
export const MEGABYTE = 1_048_576;
