import type { QueryClient } from '@tanstack/react-query';
import type { Bridge, BridgeEvent } from '../../shared/bridge.ts';
import type { WindowClock } from './clock.ts';
import type { ExportDesk } from './exports.ts';
import type { Navigator } from './navigator.ts';
import { queryKeys } from './queries.ts';
import { throttled } from './throttle.ts';

interface EventTargets {
  readonly bridge: Bridge;
  readonly clock: WindowClock;
  readonly queries: QueryClient;
  readonly navigator: Navigator;
  readonly exports: ExportDesk;
}

/** A backlog brings many revisions a second; a screen needs few. */
const REFRESH_EVERY_MS = 300;

/** What the window does with what it is told. Returns its own end. */
export function followEvents(targets: EventTargets): () => void {
  const { bridge, clock, queries, navigator, exports } = targets;
  const again = (key: readonly unknown[]) => void queries.invalidateQueries({ queryKey: key });
  const status = throttled(clock, REFRESH_EVERY_MS, () => again(queryKeys.status));
  const stored = throttled(clock, REFRESH_EVERY_MS, () => {
    again(queryKeys.stored);
    again(queryKeys.status);
  });
  return bridge.onEvent((event) => {
    switch (event.event) {
      case 'revision':
        return stored();
      case 'status':
        return status();
      case 'shell':
        // The engine may have been started anew: nothing that was asked of it still counts.
        return again([]);
      case 'preferences':
        again(queryKeys.network);
        return again(queryKeys.preferences);
      case 'open':
        return navigator.open(event.notification);
      case 'open-account':
        return navigator.showAccount(event.account);
      case 'export':
        return exports.heard(event.progress);
      case 'command':
        return obey(event.command, targets);
    }
  });
}

type Command = Extract<BridgeEvent, { event: 'command' }>['command'];

function obey(command: Command, { navigator }: EventTargets): void {
  switch (command) {
    case 'search':
      return navigator.focus('search');
    case 'export':
      navigator.showScreen('inbox');
      return navigator.showDialog('export');
    case 'keys':
      return navigator.showDialog('keys');
    case 'settings':
    case 'accounts':
      return navigator.showScreen(command);
  }
}
