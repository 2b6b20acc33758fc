import type { Locator, Page } from '@playwright/test';

/** The parts of the main screen as a person, or a screen reader, finds them. */
export interface Inbox {
  readonly grid: Locator;
  row(name: RegExp | string): Locator;
  /** A link of the sidebar: a view, or one of the other screens. */
  view(name: string): Locator;
  readonly detail: Locator;
  readonly search: Locator;
}

export function inboxOf(window: Page): Inbox {
  const grid = window.getByRole('grid', { name: 'Notifications' });
  return {
    grid,
    row: (name) => grid.getByRole('row', { name }),
    view: (name) => window.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }),
    detail: window.getByRole('region', { name: 'Notification' }),
    search: window.getByRole('textbox', { name: 'Search' }),
  };
}
