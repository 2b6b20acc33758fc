import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cenFailure } from '../../electron/engine/sources/mastercard-cen/cen-failure.ts';
import { readNotificationsPage } from '../../electron/engine/sources/mastercard-cen/notifications-page.ts';
import { distinctMessages, rowsOf } from '../../electron/engine/sources/mastercard-cen/page-rows.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/facts/samples/mastercard/', import.meta.url));
const isThere = existsSync(FOLDER);
if (!isThere) console.log(`Skipped: the published answers are not at ${FOLDER}`);

const files = isThere ? readdirSync(FOLDER) : [];
const answer = (file: string, status = 200) => ({ status, headers: {}, body: readFileSync(FOLDER + file) });

describe.skipIf(!isThere)('answers as Mastercard has published them', () => {
  it.each(files.filter((file) => file.startsWith('get-notifications')))('are pages: %s', (file) => {
    const page = readNotificationsPage(answer(file));
    if (!page.ok) throw new Error(page.failure.detail ?? '');
    const rows = rowsOf(page.value.elements, (received) => received);
    const { notifications } = JSON.parse(readFileSync(FOLDER + file, 'utf8')) as { notifications: unknown[] };
    expect(
      rows.map(({ received }): unknown => JSON.parse(new TextDecoder().decode(received.payload))),
    ).toEqual(notifications);
    expect(distinctMessages(rows).map(({ createdAt, envelope }) => [createdAt !== null, envelope])).toEqual(
      rows.map(({ received }) => [true, received.envelope]),
    );
  });

  it.each([
    ['error-400.gateway.body-hash.json', 400, 'key-refused'],
    ['error-400.gateway.no-authorization-header.json', 400, 'key-refused'],
    ['error.gateway.missing-consumer-key.json', 400, 'key-refused'],
    ['error.gateway.signature-mismatch.json', 401, 'key-refused'],
    ['error-400.service.json', 400, 'request-refused'],
    ['error-403.service.json', 403, 'not-entitled'],
    ['error-404.service.json', 404, 'endpoint-not-found'],
    ['error-500.service.2023.json', 500, 'server-error'],
  ])('are errors: %s', (file, status, reason) => {
    const failure = cenFailure(answer(file, status), { now: 0, aheadMs: 0 });
    expect(failure).toMatchObject({ reason, status });
    expect(failure.detail).not.toMatch(/oauth_|INVALID_CONSUMER_KEY/);
  });

  it('leave no error untried', () => {
    expect(files.filter((file) => file.startsWith('error'))).toHaveLength(8);
  });
});
