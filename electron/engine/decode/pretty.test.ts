import { describe, expect, it } from 'vitest';
import { prettyPayload } from './pretty.ts';

describe('a payload laid out for reading', () => {
  it('indents XML and keeps numbers, entities and attributes as written', () => {
    expect(prettyPayload('<?xml version="1.0"?><a x="007"><b>1.50 &amp; more</b><c/></a>')).toBe(
      ['<?xml version="1.0"?>', '<a x="007">', '  <b>1.50 &amp; more</b>', '  <c/>', '</a>'].join('\n'),
    );
  });

  it('opens JSON inside JSON strings', () => {
    expect(prettyPayload('{"message":"{\\"gmrId\\":\\"GMRA1\\"}","n":"0042"}')).toBe(
      JSON.stringify({ message: { gmrId: 'GMRA1' }, n: '0042' }, null, 2),
    );
  });

  it.each(['plain words', '', '<a><b></a>', '<!DOCTYPE html><html></html>', '{"cut":'])(
    'leaves %j as it came, since to lay it out would be to repair it',
    (text) => expect(prettyPayload(text)).toBe(text),
  );
});
