import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds on the screen as it is, in the light theme and in the dark: a line for each rule that is broken. */
export async function axeFindings(window: Page): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion no colour is measured on its way from one to another.
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(window.locator('html')).toHaveAttribute('data-theme', colorScheme);
    // Axe's newer mode gathers what frames report in a second page, which Electron does not open; there are no frames.
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
    for (const { id, impact, nodes } of violations) {
      const where = nodes.map(({ target }) => target.join(' ')).join(', ');
      findings.push(`${colorScheme}: ${id} (${impact}) at ${where}`);
    }
  }
  return findings;
}
