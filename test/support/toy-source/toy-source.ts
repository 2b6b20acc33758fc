import { z } from 'zod';
import type { CdsAccount } from '../../../shared/accounts/account.ts';
import type { SourceName } from '../../../shared/accounts/source-name.ts';
import { failure, type Failure } from '../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import type { HttpRequest, HttpResponse } from '../../../electron/engine/http/http.ts';
import { sources, type Sources } from '../../../electron/engine/sources/registry.ts';
import type {
  PollContext,
  PollOutcome,
  Received,
  Session,
  Source,
} from '../../../electron/engine/sources/source.ts';
import { toyDecoder, toyEntrySchema } from './toy-decoder.ts';

/** A name that is not in `SOURCE_NAMES`: this source is in no build, so it borrows the shape of a CDS account too. */
export const TOY_NAME = 'toy-ledger' as SourceName;

/** A fifth source: a harbour's ledger, read page by page. */
const toySource: Source<CdsAccount> = {
  name: TOY_NAME,
  decoder: toyDecoder,
  cards: 'may-hold',
  longestAnswer: { token: 1_000_000, list: 1_000_000, message: 1_000_000, acknowledge: 1_000_000 },
  acknowledgesUpstream: false,
  limits: ({ environment }, kind) => {
    const host = new URL(baseUrlOf(environment)).host;
    const all = { key: `toy:all:${host}`, spacingMs: 1_000 };
    return kind === 'list' ? [{ key: `toy:list:${host}`, spacingMs: 10_000 }, all] : [all];
  },
  open: ({ environment, secret }) => openLedger(baseUrlOf(environment), secret),
};

/** The one list with one line more. */
export const sourcesWithToy: Sources = { ...sources, [TOY_NAME]: toySource };

const baseUrlOf = (environment: CdsAccount['environment']): string =>
  typeof environment === 'string' ? 'https://ledger.example' : environment.baseUrl;

function openLedger(baseUrl: string, secret: string): Session {
  const get = (path: string): HttpRequest => ({
    method: 'GET',
    url: baseUrl + path,
    headers: { authorization: `Bearer ${secret}` },
  });
  return {
    poll: (context) => pollLedger(context, get),
    test: async (context) => {
      const page = await answered(pageSchema, context.call('list', get('/entries?after=0')));
      return page.ok ? ok({ sentence: 'Connected: the harbour answers.' }) : page;
    },
    refresh: async (context, remoteId) => {
      const answer = await context.call('message', get(`/entries/${remoteId}`));
      if (answer.ok && answer.value.status === 404) return ok(null);
      const entry = await answered(toyEntrySchema, Promise.resolve(answer));
      return entry.ok ? ok(receivedFrom(entry.value)) : entry;
    },
  };
}

const cursorSchema = z.object({ after: z.number(), readAt: z.number() });
const pageSchema = z.object({
  entries: z.array(toyEntrySchema),
  next: z.number(),
  more: z.boolean(),
  notice: z.string().nullable(),
});

async function pollLedger(context: PollContext, get: (path: string) => HttpRequest): Promise<PollOutcome> {
  const cursor = cursorSchema.safeParse(context.cursor).data ?? null;
  const path = `/entries?after=${cursor?.after ?? 0}`;
  const page = await answered(pageSchema, context.call('list', get(path)));
  if (!page.ok) return page;
  const now = context.clock.now();
  const { entries, next, more, notice } = page.value;
  if (cursor !== null && context.retentionDays !== null) {
    const oldest = now - context.retentionDays * 86_400_000;
    if (cursor.readAt < oldest) await context.gap(cursor.readAt, oldest, 'The ledger was not read for long.');
  }
  await context.keep(entries.map(receivedFrom), { after: next, readAt: now });
  return ok({ more, notices: notice === null ? [] : [{ title: notice, nextStep: 'Ask the harbour.' }] });
}

const receivedFrom = (entry: z.infer<typeof toyEntrySchema>): Received => ({
  remoteId: entry.id,
  payload: new TextEncoder().encode(JSON.stringify(entry)),
  contentType: 'application/json',
  envelope: { note: entry.note },
  upstream: entry.delivered ? 'delivered' : 'pending',
  createdAt: Date.parse(entry.at),
});

async function answered<T>(
  schema: z.ZodType<T>,
  call: Promise<Result<HttpResponse, Failure>>,
): Promise<Result<T, Failure>> {
  const answer = await call;
  if (!answer.ok) return answer;
  const { status, body } = answer.value;
  if (status === 401) return failed(failure('credentials-refused', { status }));
  const value = schema.safeParse(JSON.parse(new TextDecoder().decode(body)));
  return value.success ? ok(value.data) : failed(failure('unexpected-answer', { status }));
}
