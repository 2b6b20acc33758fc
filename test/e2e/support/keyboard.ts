import type { Locator, Page } from '@playwright/test';

/** More stops than any screen has. */
const MOST_STOPS = 80;

/** Presses Tab until the element has the focus, as somebody without a mouse would. */
export async function tabTo(window: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus(target)) return;
    await window.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
}

/** Reaches a field by Tab and types over what it holds. */
export async function typeInto(window: Page, field: Locator, text: string): Promise<void> {
  await tabTo(window, field);
  await window.keyboard.press('Control+A');
  await window.keyboard.press('Delete');
  await window.keyboard.type(text);
}

/** Reaches a button or a link by Tab and presses Enter on it. */
export async function pressOn(window: Page, target: Locator): Promise<void> {
  await tabTo(window, target);
  await window.keyboard.press('Enter');
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement));

/** Where the focus is: the part of the window, and the name of the element. */
export interface Stop {
  readonly part:
    | 'views'
    | 'search'
    | 'filters'
    | 'kind of list'
    | 'list'
    | 'notification'
    | 'declaration'
    | 'status bar'
    | 'page'
    | 'other';
  readonly name: string;
}

export function focusedStop(window: Page): Promise<Stop> {
  return window.evaluate(() => {
    const element = document.activeElement;
    const isIn = (selector: string) => element?.closest(selector) !== null;
    const name = element?.ariaLabel ?? element?.textContent ?? '';
    if (element === null || element === document.body) return { part: 'page', name: '' };
    if (isIn('nav')) return { part: 'views', name };
    if (isIn('[role="grid"]')) return { part: 'list', name };
    if (isIn('[role="group"][aria-label="Filter by"]')) return { part: 'filters', name };
    if (isIn('[role="group"][aria-label="List"]')) return { part: 'kind of list', name };
    if (isIn('section[aria-label="Declaration"]')) return { part: 'declaration', name };
    if (isIn('section[aria-label="Notification"]')) return { part: 'notification', name };
    if (isIn('footer')) return { part: 'status bar', name };
    return { part: isIn('.find') ? 'search' : 'other', name };
  });
}

/** Whether somebody can see where the focus is: it, or what is around it, looks different without. */
export function focusShows(window: Page): Promise<boolean> {
  return window.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return false;
    const { width, height } = element.getBoundingClientRect();
    const around = [element, element.parentElement, element.parentElement?.parentElement];
    const look = () =>
      around
        .flatMap((one) =>
          one ? [null, '::before', '::after'].map((part) => getComputedStyle(one, part)) : [],
        )
        .map((style) => [style.outlineStyle, style.outlineWidth, style.boxShadow].join(' '))
        .join();
    const focused = look();
    element.blur();
    const blurred = look();
    element.focus();
    return width > 0 && height > 0 && focused !== blurred;
  });
}
