/** What the service's UUID reader takes: five groups of hex digits, each as long as it may be or shorter. */
export const isJavaUuid = (text: string): boolean =>
  /^[0-9a-f]{1,8}-[0-9a-f]{1,4}-[0-9a-f]{1,4}-[0-9a-f]{1,4}-[0-9a-f]{1,12}$/i.test(text);

/** The same id with every group filled up with zeros, in lower case. */
export const fullUuid = (text: string): string =>
  text
    .toLowerCase()
    .split('-')
    .map((group, index) => group.padStart([8, 4, 4, 4, 12][index] ?? 0, '0'))
    .join('-');
