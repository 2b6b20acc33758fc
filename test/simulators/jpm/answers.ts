import type { JpmAnswer } from './contract.ts';

/** One complaint of a 400. */
export interface ValidationError {
  readonly code: string;
  readonly message: string;
  /** The header or parameter that is meant. */
  readonly entity?: string;
}

export const jsonAnswer = (status: number, body: unknown): JpmAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** The service's own envelope. Its codes beyond ACCEPTED, UNAUTHORIZED and VALIDATION_ERROR are not published: ours are made up. */
export function messagesAnswer(
  status: number,
  responseStatus: 'ERROR' | 'DENIED',
  responseCode: string,
  responseMessage: string,
  validationErrors: readonly ValidationError[] = [],
): JpmAnswer {
  return jsonAnswer(status, {
    responseStatus,
    responseCode,
    responseMessage,
    ...(validationErrors.length > 0 ? { validationErrors } : {}),
  });
}

export const answers = {
  invalid: (errors: readonly ValidationError[]): JpmAnswer =>
    messagesAnswer(400, 'ERROR', 'VALIDATION_ERROR', 'The request did not pass validation', errors),
  forbidden: (): JpmAnswer =>
    messagesAnswer(403, 'DENIED', 'NOT_ENTITLED', 'This client has no rights for the entity'),
  notFound: (): JpmAnswer =>
    messagesAnswer(404, 'ERROR', 'NOT_FOUND', 'There is nothing of this description'),
  methodNotAllowed: (): JpmAnswer =>
    messagesAnswer(405, 'ERROR', 'METHOD_NOT_ALLOWED', 'Only reading is played here'),
  throttled: (): JpmAnswer => messagesAnswer(429, 'ERROR', 'TOO_MANY_REQUESTS', 'Too many calls'),
  serverError: (): JpmAnswer =>
    messagesAnswer(500, 'ERROR', 'INTERNAL_ERROR', 'Something unforeseen happened'),
  unavailable: (): JpmAnswer => messagesAnswer(503, 'ERROR', 'SERVICE_UNAVAILABLE', 'Out of service for now'),
  gatewayTimeout: (): JpmAnswer => messagesAnswer(504, 'ERROR', 'GATEWAY_TIMEOUT', 'No answer from behind'),
  /** The gateway in front, which has an envelope of its own for 401. */
  unauthorised: (body: 'adfsError' | 'messages'): JpmAnswer =>
    body === 'messages'
      ? messagesAnswer(401, 'ERROR', 'UNAUTHORIZED', 'The credentials were not taken')
      : jsonAnswer(401, {
          errorSource: 'APG-EDGE',
          errorCode: 'EDG00012',
          errorDescription: 'The access token was not taken',
        }),
} as const;

export const withHeaders = (answer: JpmAnswer, headers: Readonly<Record<string, string>>): JpmAnswer => ({
  ...answer,
  headers: { ...answer.headers, ...headers },
});
