import { useEffect } from 'react';
import type { Preferences } from '../../shared/settings.ts';

const darkSystem = matchMedia('(prefers-color-scheme: dark)');
let chosen: Preferences['theme'] = 'system';

/** Puts the resolved theme on the document, so that the tokens are written once for light and once for dark. */
function apply(): void {
  const theme = chosen === 'system' ? (darkSystem.matches ? 'dark' : 'light') : chosen;
  document.documentElement.dataset['theme'] = theme;
}

/** Called once, before the first paint. */
export function followSystemTheme(): void {
  darkSystem.addEventListener('change', apply);
  apply();
}

/** Theme and density as the person prefers them. */
export function useLook({ theme, density }: Pick<Preferences, 'theme' | 'density'>): void {
  useEffect(() => {
    chosen = theme;
    apply();
    document.documentElement.dataset['density'] = density;
  }, [theme, density]);
}

/** Height of a row of the list in CSS pixels: fixed, so that nothing is measured. Matches tokens.css and thread-row.css. */
export const rowHeights = {
  notification: { comfortable: 53, compact: 41 },
  thread: { comfortable: 73, compact: 57 },
} as const satisfies Record<Preferences['listBy'], Record<Preferences['density'], number>>;
