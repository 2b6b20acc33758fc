import { createFixture, type Fixture } from './bridge.ts';
import { scenarioOf } from './scenario.ts';

declare global {
  interface Window {
    /** For scripts that walk through the window. */
    readonly fixture: Fixture;
    /** Declarations to show, each as the messages of it: set by a script before the window comes up. */
    readonly messagesToShow?: readonly (readonly {
      readonly payload: string;
      readonly conversation: string;
    }[])[];
  }
}

const fixture = createFixture(scenarioOf(location.search));
Object.assign(window, { quayside: fixture.bridge, fixture });
await import('../../../renderer/main.tsx');
