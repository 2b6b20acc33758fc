import { expect, it } from 'vitest';
import { readNotificationsPage } from './notifications-page.ts';

it('takes a list that is null for empty only where the total says so', () => {
  const read = (page: object) => {
    const body = new TextEncoder().encode(JSON.stringify(page));
    const answer = readNotificationsPage({ status: 200, headers: {}, body });
    return answer.ok ? answer.value : answer.failure.detail;
  };
  expect([
    read({ count: 0, total: 0, notifications: null }),
    read({ count: 0, total: 7, notifications: null }),
    read({ total: 0 }),
  ]).toEqual([{ elements: [], total: 0 }, 'a page without notifications', 'a page without notifications']);
});
