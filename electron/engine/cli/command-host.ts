import type { SourceName } from '../../../shared/accounts/source-name.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Result } from '../../../shared/result.ts';
import type { Engine } from '../engine.ts';
import type { Journal } from '../journal.ts';
import type { Network } from '../network/network.ts';
import type { Source } from '../sources/source.ts';
import type { InboxStore } from '../store/store.ts';
import type { Clock } from '../time/clock.ts';
import type { Output } from './output.ts';

/** All that a command has of the world, handed in by the entry. */
export interface CommandHost {
  readonly output: Output;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Aborts at SIGINT or SIGTERM, and when stdout takes no more. */
  readonly stop: AbortSignal;
  /** Whether stdout takes no more: then nobody waits to be told that the rest is missing. */
  readonly outputHasEnded: () => boolean;
  /** Who acknowledges: the name this person has on this computer. */
  readonly person: string;
  readonly defaultDataDirectory: string;
  readonly timeZone: string;
  /** By which ways the engine's calls go out; takes what an accounts file says of it. */
  readonly network: Network;
  readonly sourceNamed: (name: SourceName) => Source;
  /** Whether `directory` holds an archive already. */
  readonly archiveExists: (directory: string) => Promise<boolean>;
  /**
   * `write` makes what is missing; `read` also opens what cannot be written, and changes nothing there. A failure has
   * opened and changed nothing.
   */
  readonly openStore: (directory: string, use: 'read' | 'write') => Promise<Result<InboxStore, Failure>>;
  /** The engine over the archive in `directory`, made where it is missing. */
  readonly openEngine: (directory: string, journal: Journal) => Promise<Result<Engine, Failure>>;
}
