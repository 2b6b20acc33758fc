/** True where list and notification do not fit side by side. The width is that of list.css and detail.css. */
export const showsOnePane = (): boolean => matchMedia('(max-width: 899px)').matches;
