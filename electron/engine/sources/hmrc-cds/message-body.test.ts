import { describe, expect, it } from 'vitest';
import { judgeBody } from './message-body.ts';

const judge = (text: string, headers: Record<string, string> = {}, status = 200) =>
  judgeBody({ status, headers, body: new TextEncoder().encode(text) });

const OF_QUEUE = { 'x-conversation-id': 'c' };

describe('the body of a success', () => {
  it.each([
    '<MetaData/>',
    '<p:MetaData xmlns:p="u"><p:Response/></p:MetaData>',
    '<_2MetaData/>',
    '<inventoryLinkingMovementResponse/>',
    '<n1:InventoryLinkingImportsDeclarationStatusNotification/>',
    '<ValidateMovementRequest/>',
    '<Root xmlns="hmrc:fileupload"/>',
  ])('is a notification: %s', (text) => {
    expect(judge(text)).toBe('notification');
  });

  it.each([
    ["<?xml version='1.0'?>\n<errorResponse><code>INTERNAL_SERVER_ERROR</code></errorResponse>", OF_QUEUE],
    ['<error_response/>', {}],
    ['<html><body>Sign in</body></html>', OF_QUEUE],
    ['<!doctype html><html><body>Sign in<br></body></html>', {}],
    ['{"code":"INTERNAL_SERVER_ERROR"}', {}],
    ['', {}],
  ])('is no message at all: %s', (text, headers) => {
    expect(judge(text, headers)).toBe('error');
  });

  it('may be a message of an unknown kind, or one that is damaged, where it comes with its conversation', () => {
    expect([
      judge('<NewKindOfNotification/>'),
      judge('<MetaData><Response>', OF_QUEUE),
      judge('', OF_QUEUE),
    ]).toEqual(['other', 'other', 'other']);
  });

  it('is doubtful under any other status than 200', () => {
    expect([judge('<MetaData/>', {}, 206), judge('<MetaData/>', OF_QUEUE, 203)]).toEqual(['error', 'other']);
  });
});
