import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faults, type Fault } from '../simulators/hmrc-gateway/faults.ts';
import type { HmrcGateway } from '../simulators/hmrc-gateway/gateway.ts';
import { boxOverHttp, reasonOf, type BoxOverHttp } from '../simulators/ppns/box-over-http.ts';
import type { PpnsSimulator } from '../simulators/ppns/ppns.ts';
import type { SourceHarness } from '../support/source-harness.ts';

const TOKEN = '/oauth/token';
const LIST = /\/notifications$/;

let world: BoxOverHttp;
let gateway: HmrcGateway;
let ppns: PpnsSimulator;
let box: string;
let harness: SourceHarness;
const open: BoxOverHttp['open'] = (changes) => world.open(changes);

beforeEach(async () => {
  world = await boxOverHttp();
  ({ gateway, ppns, box } = world);
  harness = open();
});
afterEach(() => world.close());

describe('what goes wrong has a reason', () => {
  it.each([
    ['box of another application', () => open({ boxId: ppns.createBox('other') }), 'box-not-yours'],
    ['box that does not exist', () => open({ boxId: randomUUID() }), 'box-not-found'],
    ['wrong secret', () => open({ secret: 'wrong' }), 'credentials-refused'],
    ['unknown client', () => open({ clientId: 'nobody' }), 'credentials-refused'],
    [
      'wrong address',
      () => open({ environment: { baseUrl: `${gateway.url}/v9`, tokenUrl: `${gateway.url}${TOKEN}` } }),
      'endpoint-not-found',
    ],
  ] as const)('%s', async (_name, opened, reason) => {
    expect(reasonOf(await opened().poll())).toBe(reason);
  });

  it('application without a subscription, or without the scope', async () => {
    gateway.addApplication({ clientId: 'quay', clientSecrets: ['secret'], subscriptions: ['other-api'] });
    const unsubscribed = reasonOf(await open().poll());
    gateway.addApplication({
      clientId: 'quay',
      clientSecrets: ['secret'],
      scopes: ['read:pull-notifications'],
    });
    expect([unsubscribed, reasonOf(await open().poll())]).toEqual(['not-subscribed', 'scope-missing']);
  });

  const both = (fault: Fault): Fault[] => [fault, fault];
  it.each([
    ['401 twice', both(faults.gateway('invalidCredentials')), 'token-refused'],
    [
      '401 of the service twice',
      both(faults.coded(401, 'UNAUTHORISED', 'Invalid bearer token')),
      'token-refused',
    ],
    ['401 once', [faults.gateway('missingCredentials')], 'ok'],
    ['400', [faults.coded(400, 'INVALID_REQUEST_PAYLOAD', 'no')], 'request-refused'],
    ['403 scope', [faults.gateway('invalidScope')], 'scope-missing'],
    ['403 https', [faults.gateway('httpsRequired')], 'https-required'],
    ['403 firewall', [faults.gateway('payloadForbidden')], 'firewall-rejected'],
    ['404 path, in XML', [faults.gateway('notMatched', 'xml')], 'endpoint-not-found'],
    ['404 route', [faults.coded(404, 'NOT_FOUND', 'URI not found /x')], 'endpoint-not-found'],
    ['405', [faults.gateway('methodNotAllowed')], 'request-refused'],
    ['406', [faults.gateway('acceptHeaderInvalid')], 'request-refused'],
    ['429', [faults.gateway('throttled')], 'rate-limited'],
    ['500', [faults.gateway('internalServerError')], 'server-error'],
    [
      '500 of the service',
      [faults.coded(500, 'UNKNOWN_ERROR', 'An unexpected error occurred:x')],
      'server-error',
    ],
    ['501', [faults.gateway('notImplemented')], 'not-supported'],
    ['503', [faults.gateway('serverError', 'xml')], 'server-error'],
    ['503 page', [faults.html(503)], 'server-error'],
    ['503 maintenance', [faults.gateway('maintenance')], 'maintenance'],
    ['504', [faults.gateway('gatewayTimeout')], 'timed-out'],
    ['200 with an error body', [faults.okWithErrorBody()], 'unexpected-answer'],
    ['200 page', [faults.html(200)], 'unexpected-answer'],
    ['malformed JSON', [faults.malformedJson()], 'unexpected-answer'],
    ['body that ends early', [{ kind: 'truncated-body' }], 'unexpected-answer'],
    ['answer cut off', [{ kind: 'drop-after-headers' }], 'broken-off'],
    ['no answer', [{ kind: 'drop-before-answering' }], 'broken-off'],
  ] satisfies [string, Fault[], string][])('list call: %s', async (_name, played, reason) => {
    ppns.post(box, { message: 'waits' });
    for (const fault of played) gateway.faults.next(fault, { path: LIST });
    const outcome = await harness.poll();
    await harness.drain();
    // Whatever went wrong, the next good answer brings what was waiting.
    expect([reasonOf(outcome), harness.keeper.messages.size, gateway.violations]).toEqual([reason, 1, []]);
  });

  it.each([
    ['500', faults.coded(500, 'server_error', 'various'), 'server-error'],
    ['503 maintenance', faults.gateway('maintenance'), 'maintenance'],
    ['429', faults.throttled('30'), 'rate-limited'],
    ['page', faults.html(200), 'unexpected-answer'],
    [
      'no token in it',
      { kind: 'answer', answer: { status: 200, body: '{"token_type":"bearer"}' } },
      'unexpected-answer',
    ],
    ['no answer', { kind: 'drop-after-handling' }, 'broken-off'],
  ] satisfies [string, Fault, string][])('token call: %s', async (_name, fault, reason) => {
    gateway.faults.next(fault, { path: TOKEN });
    expect([reasonOf(await harness.poll()), reasonOf(await harness.poll())]).toEqual([reason, 'ok']);
  });

  it('address where nobody listens', async () => {
    const nobody = open();
    await gateway.close();
    expect(reasonOf(await nobody.poll())).toBe('network-unreachable');
  });

  it('says how long HMRC asked to wait', async () => {
    gateway.faults.next(faults.throttled('17'), { path: LIST });
    const outcome = await harness.poll();
    expect(outcome.ok ? null : outcome.failure.retryAfterMs).toBe(17_000);
  });
});
