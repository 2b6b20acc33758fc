import { randomUUID } from 'node:crypto';
import type { Http, HttpResponse } from '../../../electron/engine/http/http.ts';
import type { JpmClient } from './clients.ts';
import { ASSERTION_TYPE, type DeliveryStatus } from './contract.ts';
import type { JpmSimulator } from './jpm.ts';
import { signAssertion, type AssertionParts } from './oauth/sign-assertion.ts';

/** A reader of the simulator's own, to look at it from outside. */
export interface JpmCaller {
  /** What the token endpoint says; `parts` make the assertion wrong, `form` replaces members of the form. */
  signIn(
    parts?: Partial<AssertionParts>,
    form?: Readonly<Record<string, string | undefined>>,
  ): Promise<Answer>;
  /** Signed in once; `headers` replace those that are always sent, `undefined` leaves one out. */
  get(path: string, headers?: Readonly<Record<string, string | undefined>>): Promise<Answer>;
  /** Signs in anew at the next `get`. */
  forgetToken(): void;
  /** The ids that a search by headers finds. */
  search(status: DeliveryStatus, from: string, to?: string): Promise<readonly string[]>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON, else the text. */
  readonly body: unknown;
}

export function jpmCaller(
  jpm: Pick<JpmSimulator, 'client' | 'now'> & {
    readonly baseUrl: string;
    readonly tokenUrl: string;
  },
  http: Http,
  client: JpmClient = jpm.client,
): JpmCaller {
  let token: string | null = null;

  const caller: JpmCaller = {
    async signIn(parts = {}, form = {}) {
      const assertion = signAssertion({ ...client, tokenUrl: jpm.tokenUrl, now: jpm.now(), ...parts });
      const members = {
        grant_type: 'client_credentials',
        client_id: client.clientId,
        resource: client.resource,
        client_assertion_type: ASSERTION_TYPE,
        client_assertion: assertion,
        ...form,
      };
      return call({
        method: 'POST',
        url: jpm.tokenUrl,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(sent(members)).toString(),
      });
    },
    async get(path, headers = {}) {
      token ??= tokenOf((await caller.signIn()).body);
      return call({
        method: 'GET',
        url: `${jpm.baseUrl}${path}`,
        headers: sent({
          authorization: `Bearer ${token}`,
          'request-id': randomUUID(),
          'entity-id': client.entity.id,
          'entity-type': client.entity.type,
          ...headers,
        }),
      });
    },
    forgetToken: () => void (token = null),
    async search(status, from, to = from) {
      const { body } = await caller.get('/notifications', byHeaders(status, from, to));
      return idsOf(body);
    },
  };
  return caller;

  async function call(request: Parameters<Http>[0]): Promise<Answer> {
    const answer = await http(request);
    if (!answer.ok) throw new Error(`no answer: ${answer.failure.reason}`);
    return readable(answer.value);
  }
}

/** The filters of a search as headers. */
export const byHeaders = (status: string, from: string, to = from): Record<string, string> => ({
  'notification-status': status,
  'date-range-start': from,
  'date-range-end': to,
});

/** The filters of a search as a query. */
export const byQuery = (status: string, from: string, to = from): string =>
  `?status=${status}&startdate=${from}&enddate=${to}`;

/** The ids in a search's answer, in its order. */
export const idsOf = (body: unknown): readonly string[] =>
  (body as { notificationResponses: { notificationId: string }[] }).notificationResponses.map(
    ({ notificationId }) => notificationId,
  );

const tokenOf = (body: unknown): string => (body as { access_token: string }).access_token.trim();

function sent(members: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function readable({ status, headers, body }: HttpResponse): Answer {
  const text = Buffer.from(body).toString('utf8');
  const isJson = (headers['content-type'] ?? '').startsWith('application/json');
  return { status, headers, body: isJson ? (JSON.parse(text) as unknown) : text };
}
