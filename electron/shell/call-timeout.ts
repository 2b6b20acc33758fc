import type { EngineCallName } from '../../shared/engine-api.ts';

const USUAL_MS = 30_000;

/** Calls that may touch a million rows, or wait for a slot at the source and then for its answer. */
const LONGER_MS: Partial<Record<EngineCallName, number>> = {
  configure: 120_000,
  acknowledge: 120_000,
  undo: 120_000,
  forgetAccount: 300_000,
  testAccount: 90_000,
};

/** How long the shell waits for the engine's answer before it says that none came, in milliseconds. */
export const callTimeoutMs = (name: EngineCallName): number => LONGER_MS[name] ?? USUAL_MS;
