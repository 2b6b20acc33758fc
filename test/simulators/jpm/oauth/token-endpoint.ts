import { hexFrom } from '../../cds/chance.ts';
import { jsonAnswer } from '../answers.ts';
import type { JpmClient } from '../clients.ts';
import { ASSERTION_TYPE, type JpmAnswer, type JpmRequest, type Verdict } from '../contract.ts';
import type { JpmSettings } from '../settings.ts';
import { assertionVerifier } from './verify-assertion.ts';

export interface TokenEndpoint {
  /** `POST /adfs/oauth2/token`. `now` is the simulator's own time. */
  answer(request: JpmRequest, now: number): { readonly verdict: Verdict; readonly answer: JpmAnswer };
  /** What a bearer token is good for. */
  check(token: string | null, now: number): { readonly verdict: Verdict; readonly clientId: string | null };
  /** Ends every token of the client now, or of all. Nothing tells the client. */
  expire(now: number, clientId?: string): void;
}

export interface TokenEndpointOptions {
  readonly clientOf: (clientId: string) => JpmClient | null;
  /** The address that assertions must name. */
  readonly tokenUrl: () => string;
  readonly settings: JpmSettings;
  readonly random: () => number;
}

/** OAuth 2.0 client credentials with a signed assertion, as J.P. Morgan's ADFS takes them. */
export function tokenEndpoint({ clientOf, tokenUrl, settings, random }: TokenEndpointOptions): TokenEndpoint {
  const issued = new Map<string, { readonly clientId: string; readonly expiresAt: number }>();
  const verifier = assertionVerifier(() => settings.issuedAheadMs);

  return {
    answer(request, now) {
      const form = formOf(request);
      const client = clientOf(form.get('client_id') ?? '');
      const verdict = check(request, form, client, now);
      if (verdict !== 'ok' || client === null) return { verdict, answer: refusal(verdict, settings) };
      const token = accessToken(random);
      const lifetime = settings.tokenLifetimeSeconds;
      issued.set(token, { clientId: client.clientId, expiresAt: now + lifetime * 1000 });
      const access_token = settings.padsToken ? `\n ${token} \n` : token;
      return {
        verdict,
        answer: jsonAnswer(200, { access_token, token_type: 'bearer', expires_in: lifetime }),
      };
    },
    check(token, now) {
      if (token === null) return { verdict: 'absent', clientId: null };
      const entry = issued.get(token);
      if (entry === undefined) return { verdict: 'unknown-token', clientId: null };
      const { clientId, expiresAt } = entry;
      return { verdict: expiresAt <= now ? 'expired-token' : 'ok', clientId };
    },
    expire(now, clientId) {
      for (const [token, entry] of issued) {
        if (clientId === undefined || entry.clientId === clientId)
          issued.set(token, { ...entry, expiresAt: now });
      }
    },
  };

  function check(request: JpmRequest, form: URLSearchParams, client: JpmClient | null, now: number): Verdict {
    const assertion = form.get('client_assertion') ?? '';
    const isWellFormed =
      request.method === 'POST' &&
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_assertion_type') === ASSERTION_TYPE &&
      ['client_id', 'resource', 'client_assertion'].every((name) => form.getAll(name).length === 1);
    if (!isWellFormed) return 'bad-form';
    if (client === null) return 'unknown-client';
    if (form.get('resource') !== client.resource) return 'unknown-resource';
    return verifier.verify(assertion, client, tokenUrl(), now);
  }
}

/** The client named in a token request, for the record. */
export const namedClient = (request: JpmRequest): string | null => formOf(request).get('client_id');

function formOf({ headers, body }: JpmRequest): URLSearchParams {
  const isForm = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  return new URLSearchParams(isForm ? Buffer.from(body).toString('utf8') : '');
}

/** Only the code of a refused assertion is known, and that it does not say which of its parts is wrong. */
function refusal(verdict: Verdict, { tokenFailure }: JpmSettings): JpmAnswer {
  if (verdict === 'bad-form') return oauthError('invalid_request', 'A parameter is missing or not known');
  if (verdict === 'unknown-client') return oauthError('invalid_client', 'There is no such client');
  if (verdict === 'unknown-resource') return oauthError('invalid_resource', 'There is no such resource');
  const text = 'MSIS9622: The client could not be authenticated by its assertion';
  if (tokenFailure === 'oauth') return oauthError('invalid_grant', text);
  return { status: 400, headers: { 'content-type': 'text/plain' }, body: text };
}

const oauthError = (error: string, error_description: string): JpmAnswer =>
  jsonAnswer(400, { error, error_description });

/** Of the shape of a JWT; nobody but the simulator reads it. */
const accessToken = (random: () => number): string =>
  [48, 96, 64].map((digits) => Buffer.from(hexFrom(random, digits)).toString('base64url')).join('.');
