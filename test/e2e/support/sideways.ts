/** What can be scrolled sideways, but for tables and payloads, which have frames of their own. Runs in the window. */
export function sidewaysScrollers(): readonly string[] {
  return [
    document.scrollingElement,
    ...document.querySelectorAll('main, nav, section, footer, form, dialog[open]'),
  ]
    .filter((one) => one !== null)
    .filter((one) => one.scrollWidth > one.clientWidth)
    .map((one) => `${one.tagName} ${one.className}: ${one.scrollWidth} in ${one.clientWidth}`);
}
