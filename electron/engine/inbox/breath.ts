/** Lets what waits be answered: the store's own promises resolve without ever letting go of the process. */
export const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
