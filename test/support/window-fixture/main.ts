import { createFixture, type Fixture } from './bridge.ts';
import { scenarioOf } from './scenario.ts';

declare global {
  interface Window {
    /** For scripts that walk through the window. */
    readonly fixture: Fixture;
  }
}

const fixture = createFixture(scenarioOf(location.search));
Object.assign(window, { quayside: fixture.bridge, fixture });
await import('../../../renderer/main.tsx');
