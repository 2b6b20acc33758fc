/** 0: done. 1: done with failures, each named. 2: arguments, accounts file or data directory cannot be used. */
export type ExitStatus = 0 | 1 | 2;
