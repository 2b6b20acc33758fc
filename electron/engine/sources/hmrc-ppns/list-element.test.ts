import { expect, it } from 'vitest';
import { isHmrcId, receivedFrom } from './list-element.ts';

const element = {
  notificationId: '5d2f6f0e-6c31-4a0b-9d3e-7a1b2c3d4e5f',
  boxId: 'b3f6a7c8-0d1e-4f2a-8b3c-4d5e6f708192',
  messageContentType: 'application/json',
  message: '{"note": "£ 7\\u00a0",  "gmrId":"GMRA1"}',
  status: 'FAILED',
  createdDateTime: '2026-11-22T09:40:11.160+0000',
};

const listed = (value: unknown, json = JSON.stringify(value)) => ({
  value,
  json: new TextEncoder().encode(json),
});

const read = (value: unknown, json?: string) => {
  const { payload, ...rest } = receivedFrom(listed(value, json));
  return { ...rest, text: new TextDecoder().decode(payload) };
};

it('keeps the message byte for byte, and beside it what came with it', () => {
  const { message, ...envelope } = element;
  expect(read(element)).toEqual({
    remoteId: element.notificationId,
    text: message,
    contentType: 'application/json',
    envelope,
    upstream: 'failed',
    createdAt: Date.UTC(2026, 10, 22, 9, 40, 11, 160),
  });
});

it('keeps a message that is no string byte for byte as well', () => {
  const texts = ['{"movementId": 12345678901234567890, "amount": 1.10}', '[ 1e2 ]', '1.50', 'false'];
  const json = texts.map((text) => `{"message":"before", "notificationId":"1","message" : ${text} }`);
  const nothing = '{ "message": null, "n": 1.0 }';
  expect([...json, nothing].map((text) => read(JSON.parse(text), text).text)).toEqual([...texts, nothing]);
});

it('keeps what there is of an element that is damaged', () => {
  const damaged = [
    { ...element, message: { gmrId: 'GMRA1', weight: 1.5 } },
    { ...element, message: null },
    { ...element, createdDateTime: 17, status: 'READ', messageContentType: null },
  ].map((value) => {
    const { remoteId, text, contentType, upstream, createdAt } = read(value);
    return [remoteId === element.notificationId, text.slice(0, 30), contentType, upstream, createdAt];
  });
  const at = Date.UTC(2026, 10, 22, 9, 40, 11, 160);
  expect(damaged).toEqual([
    [true, '{"gmrId":"GMRA1","weight":1.5}', 'application/json', 'failed', at],
    [true, '{"notificationId":"5d2f6f0e-6c', 'application/json', 'failed', at],
    [true, element.message.slice(0, 30), 'application/json', null, null],
  ]);
});

it('gives an element without an id one of its own, the same whatever becomes of its status', () => {
  const nameless = { ...element, notificationId: undefined };
  const ids = [
    nameless,
    { ...nameless, status: 'ACKNOWLEDGED' },
    { ...nameless, notificationId: 7 },
    null,
    3,
    [],
  ].map((value) => receivedFrom(listed(value)).remoteId);
  expect([
    new Set(ids).size,
    ids.every((id) => /^sha256:[0-9a-f]{64}$/.test(id)),
    ids.some(isHmrcId),
  ]).toEqual([5, true, false]);
});
