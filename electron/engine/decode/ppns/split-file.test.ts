import { expect, it } from 'vitest';
import { splitPpnsFile } from './split-file.ts';

const split = (text: string) =>
  splitPpnsFile(new TextEncoder().encode(text)).map(({ payload, contentType, envelope }) => ({
    text: new TextDecoder().decode(payload),
    contentType,
    envelope,
  }));

const element = {
  notificationId: '5d2f6f0e-6c31-4a0b-9d3e-7a1b2c3d4e5f',
  boxId: 'b3f6a7c8-0d1e-4f2a-8b3c-4d5e6f708192',
  messageContentType: 'application/xml',
  message: '<a> é </a>',
  status: 'PENDING',
  createdDateTime: '2026-11-22T09:40:11.160+0000',
};
const { message, ...envelope } = element;
const part = { text: message, contentType: 'application/xml', envelope };

it('takes the answer of a list call apart', () => {
  expect(split(JSON.stringify([element, { ...element, message: { gmrId: 'GMRA1' } }]))).toEqual([
    part,
    { ...part, text: '{"gmrId":"GMRA1"}' },
  ]);
});

it('leaves what is no text as it stands there', () => {
  const text = '{"notificationId":"1", "message":{ "movementId": 12345678901234567890, "amount": 1.10 } }';
  const message = '{ "movementId": 12345678901234567890, "amount": 1.10 }';
  expect([text, `\ufeff [${text}, ${text}]`].map((file) => split(file).map((one) => one.text))).toEqual([
    [message],
    [message, message],
  ]);
});

it('takes one element for itself', () => {
  expect(split(JSON.stringify(element, null, 2))).toEqual([part]);
});

it('finds nothing in an empty list', () => {
  expect(split('[]')).toEqual([]);
});

it('leaves a message by itself as it is, whatever it is', () => {
  const texts = [
    '{ "gmrId": "GMRA1" }',
    '{"correlationId":"1","message":"hello"}',
    '<a/>',
    'no message',
    '',
    '[1]',
  ];
  expect(texts.map((text) => split(text))).toEqual(
    texts.map((text) => [{ text, contentType: 'application/json', envelope: {} }]),
  );
});

it('keeps damaged elements of a list beside the good ones', () => {
  expect(split(JSON.stringify([null, { message: 7 }, element])).map(({ text }) => text)).toEqual([
    'null',
    '7',
    message,
  ]);
});
