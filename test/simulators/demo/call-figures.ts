import { sweepsOf } from '../jpm/sweeps.ts';
import { CDS_CLIENT, PPNS_CLIENT } from './demo-accounts.ts';
import type { DemoWorld } from './demo-world.ts';

/** How one account was called. Milliseconds; null where there were too few calls to tell. */
export interface CallFigures {
  readonly account: string;
  readonly calls: number;
  /** Between the arrivals of two list calls, or of the first calls of two sweeps at J.P. Morgan. */
  readonly smallestSpacing: number | null;
  readonly meanSpacing: number | null;
  /** Between two calls of any kind. */
  readonly smallestGap: number | null;
  /** List calls, or sweeps, that came before their 10 s were over. */
  readonly early: number;
  /** Answered with an error, or not at all. */
  readonly errors: number;
}

/** The figures of each account of the demo, as its sources saw them. */
export function callFigures({ gateway, mastercard, jpm }: DemoWorld): readonly CallFigures[] {
  const ofHmrc = (account: string, client: string, list: RegExp) => {
    const calls = gateway.calls.filter(({ clientId }) => clientId === client);
    const lists = calls.filter(({ method, path }) => method === 'GET' && list.test(path));
    return figures(account, calls, lists.map(arrival));
  };
  const cardLists = mastercard.calls.filter(({ endpoint }) => LISTS.has(endpoint ?? ''));
  const sweeps = sweepsOf(jpm.calls, jpm.client.entity.id);
  return [
    ofHmrc('cds', CDS_CLIENT, /^\/notifications\/(un)?pulled$/),
    ofHmrc('transit', PPNS_CLIENT, /\/box\/[^/]+\/notifications$/),
    figures('cards', mastercard.calls, cardLists.map(arrival)),
    figures(
      'merchant',
      jpm.calls.map(({ at, answered }) => ({ at, status: answered })),
      sweeps.map(({ startedAt }) => startedAt),
    ),
  ];
}

/** `cds: 312 calls, 0 errors; lists 10.02 s apart at least, 10.04 s on average, 0 too early; any two calls 0.34 s`. */
export const figuresLine = (figure: CallFigures): string =>
  [
    `${figure.account}: ${figure.calls} calls, ${figure.errors} errors`,
    `lists ${seconds(figure.smallestSpacing)} apart at least, ${seconds(figure.meanSpacing)} on average, ${figure.early} too early`,
    `any two calls ${seconds(figure.smallestGap)}`,
  ].join('; ');

const LIST_SPACING_MS = 10_000;

/** Subscriptions are a list as well. */
const LISTS: ReadonlySet<string> = new Set(['notifications', 'subscriptions']);

interface Call {
  readonly at: number;
  readonly status: number | null;
}

const arrival = ({ at }: Pick<Call, 'at'>): number => at;

function figures(account: string, calls: readonly Call[], lists: readonly number[]): CallFigures {
  const spacings = gapsOf(lists);
  return {
    account,
    calls: calls.length,
    smallestSpacing: smallest(spacings),
    meanSpacing: spacings.length === 0 ? null : spacings.reduce((sum, gap) => sum + gap, 0) / spacings.length,
    smallestGap: smallest(gapsOf(calls.map(arrival))),
    early: spacings.filter((gap) => gap < LIST_SPACING_MS).length,
    errors: calls.filter(({ status }) => status === null || status >= 400).length,
  };
}

const gapsOf = (instants: readonly number[]): readonly number[] =>
  instants.slice(1).map((at, index) => at - (instants[index] ?? at));

const smallest = (gaps: readonly number[]): number | null => (gaps.length === 0 ? null : Math.min(...gaps));

const seconds = (ms: number | null): string => (ms === null ? '–' : `${(ms / 1000).toFixed(2)} s`);
