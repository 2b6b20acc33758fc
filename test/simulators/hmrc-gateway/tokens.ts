import { randomBytes } from 'node:crypto';
import type { GatewayAnswer, GatewayApplication, GatewayRequest } from './contract.ts';

/** A token that was handed out: for whom, for what, until when (epoch milliseconds). */
export interface IssuedToken {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
}

export interface TokenEndpoint {
  /** `POST /oauth/token`. */
  answer(request: GatewayRequest): GatewayAnswer;
  /** The token, also where it has expired; null where it was never issued. */
  find(token: string): IssuedToken | null;
  /** Ends every token of the client now, or of all. Nothing tells the client. */
  expire(now: number, clientId?: string): void;
}

/** The client named in a token request, for the log and the limits. */
export const clientIdOf = (request: GatewayRequest): string | null => formOf(request).get('client_id');

/**
 * HMRC's OAuth 2.0 token endpoint for application-restricted endpoints: `client_credentials`, everything
 * in a form body and nothing in headers, four hours, no refresh token.
 */
export function tokenEndpoint(
  applications: ReadonlyMap<string, GatewayApplication>,
  lifetimeSeconds: () => number,
): TokenEndpoint {
  const issued = new Map<string, IssuedToken>();

  return {
    answer(request) {
      if (request.method !== 'POST') return oauthError(405, 'invalid_request', 'use POST');
      const form = formOf(request);
      const refusal = refuse(form, applications);
      if (refusal) return refusal;
      const scope = form.get('scope') ?? '';
      const lifetime = lifetimeSeconds();
      const token = randomBytes(16).toString('hex');
      issued.set(token, {
        clientId: form.get('client_id') ?? '',
        scopes: scope.split(' ').filter((part) => part !== ''),
        expiresAt: request.now + lifetime * 1000,
      });
      return jsonAnswer(200, { access_token: token, token_type: 'bearer', expires_in: lifetime, scope });
    },
    find: (token) => issued.get(token) ?? null,
    expire(now, clientId) {
      for (const [token, entry] of issued) {
        if (clientId === undefined || entry.clientId === clientId)
          issued.set(token, { ...entry, expiresAt: now });
      }
    },
  };
}

function refuse(
  form: URLSearchParams,
  applications: ReadonlyMap<string, GatewayApplication>,
): GatewayAnswer | null {
  const missing = ['client_id', 'client_secret', 'grant_type'].find((name) => !form.get(name));
  if (missing) return oauthError(400, 'invalid_request', `${missing} is required`);
  if (form.get('grant_type') !== 'client_credentials') {
    return oauthError(400, 'invalid_request', 'unsupported grant_type');
  }
  const application = applications.get(form.get('client_id') ?? '');
  if (!application?.clientSecrets.includes(form.get('client_secret') ?? '')) {
    return oauthError(401, 'invalid_client', 'invalid client id or secret');
  }
  const asked = (form.get('scope') ?? '').split(' ').filter((part) => part !== '');
  const allowed = application.scopes;
  if (allowed && asked.some((scope) => !allowed.includes(scope))) {
    return oauthError(400, 'invalid_scope', 'scope is invalid');
  }
  return null;
}

function formOf(request: GatewayRequest): URLSearchParams {
  const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  return new URLSearchParams(isForm ? request.body.toString('utf8') : '');
}

const oauthError = (status: number, error: string, description: string): GatewayAnswer =>
  jsonAnswer(status, { error, error_description: description });

const jsonAnswer = (status: number, body: unknown): GatewayAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
