import type { QueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { Bridge } from '../../shared/bridge.ts';
import type { TriageDesk } from '../inbox/triage.ts';
import type { WindowClock } from './clock.ts';
import type { ExportDesk } from './exports.ts';
import type { Navigator } from './navigator.ts';
import type { Store } from './store.ts';

/** What every part of the window may use, handed down once from main.tsx. */
export interface Services {
  readonly bridge: Bridge;
  readonly clock: WindowClock;
  readonly queries: QueryClient;
  readonly navigator: Navigator;
  readonly triage: TriageDesk;
  readonly exports: ExportDesk;
  /** The wall clock as a value that changes each second, for countdowns. */
  readonly seconds: Store<number>;
  /** What a screen reader is told when it has nothing else to say. */
  readonly announcement: Store<string>;
  readonly announce: (sentence: string) => void;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (services === null) throw new Error('outside of ServicesContext');
  return services;
}
