import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a harbour writes down of a ship's dues. */
export interface ToyEntry {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly what: 'due' | 'paid';
  readonly payment: string;
  /** Decimal, in pounds. */
  readonly amount: string;
  readonly note: string;
}

export interface ToyServer {
  readonly url: string;
  /** Oldest first; a test may change them. */
  readonly entries: ToyEntry[];
  /** Ids that were delivered to the ship, as the harbour says. */
  readonly delivered: Set<string>;
  /** What the harbour wants its readers to know. */
  notice: string | null;
  readonly paths: readonly string[];
  close(): Promise<void>;
}

const PAGE = 2;

/** A ledger over HTTP that gives two entries a page: `GET /entries?after=N` and `GET /entries/ID`, for who knows the word. */
export async function startToyServer(word: string): Promise<ToyServer> {
  const entries: ToyEntry[] = [];
  const delivered = new Set<string>();
  const paths: string[] = [];
  const shown = (entry: ToyEntry) => ({ ...entry, delivered: delivered.has(entry.id) });

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://ledger');
    paths.push(url.pathname + url.search);
    const give = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers.authorization !== `Bearer ${word}`) return give(401, { error: 'who are you?' });
    if (url.pathname === '/entries') {
      const after = Number(url.searchParams.get('after'));
      const page = entries.slice(after, after + PAGE);
      const next = after + page.length;
      return give(200, { entries: page.map(shown), next, more: next < entries.length, notice: toy.notice });
    }
    const entry = entries.find(({ id }) => url.pathname === `/entries/${id}`);
    return entry === undefined ? give(404, {}) : give(200, shown(entry));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const toy: ToyServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ entries, delivered, paths },
    notice: null,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return toy;
}
