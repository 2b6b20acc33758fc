import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds on a screen, as `light: color-contrast (serious) at .row .word`. */
export interface AxeFinding {
  readonly impact: string;
  readonly words: string;
}

/** What axe finds on the screen as it is, once in the light theme and once in the dark. */
export async function axeFindings(window: Page): Promise<readonly AxeFinding[]> {
  const findings: AxeFinding[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion no colour is measured on its way from one to another.
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(window.locator('html')).toHaveAttribute('data-theme', colorScheme);
    // Electron opens no second page, which axe's newer mode needs to gather results of frames; there are none.
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
    for (const { id, impact, nodes } of violations) {
      const where = nodes.map(({ target }) => target.join(' ')).join(', ');
      findings.push({ impact: impact ?? 'unknown', words: `${colorScheme}: ${id} (${impact}) at ${where}` });
    }
  }
  return findings;
}
