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
