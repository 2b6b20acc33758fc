import { describe, expect, it } from 'vitest';
import { cdsDecoder } from '../cds-decoder.ts';

describe('hostile payloads', () => {
  const BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  it.each([
    ['an entity bomb', `${BOMB}<MetaData><Response><FunctionCode>&b;</FunctionCode></Response></MetaData>`],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><MetaData>&x;</MetaData>'],
    ['100,000 levels', '<a>'.repeat(100_000)],
    ['100,000 levels of messages', '<MetaData><Response>'.repeat(50_000)],
    ['50 MB', `<MetaData>${'x'.repeat(50_000_000)}</MetaData>`],
    ['a million attributes', `<MetaData ${'a="" '.repeat(1_000_000)}/>`],
    ['bare ampersands, each running to the end', '<MetaData>&'.repeat(95_000)],
    ['comments that never end', '<MetaData><!-- '.repeat(65_000)],
    ['sections that never end', '<MetaData><![CDATA['.repeat(50_000)],
    ['declarations alone', '<?xml version="1.0"?>'.repeat(45_000)],
    ['beginnings of tags alone', 'x<a'.repeat(300_000)],
    ['a name without end', `<MetaData><${'_1'.repeat(500_000)}`],
    ['documents without end', '<a/>'.repeat(260_000)],
    ['texts that are documents', `<a>${'<b>&lt;c/></b>'.repeat(49_000)}</a>`],
    ['texts of many documents', `<a>${`<b>${'&lt;a/>'.repeat(100)}</b>`.repeat(1400)}</a>`],
    ['end tags without a start', `<a><b/>${'</c '.repeat(200_000)}`],
    ['a name of 8 MB without end', `<MetaData><${'_1'.repeat(4_000_000)}`],
    ['markup of a file upload without an end', '<a>&<Root '.repeat(90_000)],
  ])('cost bounded time and are unrecognised: %s', (_what, text) => {
    const bytes = new TextEncoder().encode(text);
    const started = performance.now();
    const parts = cdsDecoder.decode(bytes, { envelope: {} });
    // The machine is shared: this bound tells "bounded" from "hangs", not fast from slow.
    expect(performance.now() - started).toBeLessThan(5000);
    expect(parts.length).toBeLessThan(2002);
    expect(new Set(parts.map(({ facts }) => facts.kind))).toEqual(new Set(['unrecognised']));
  });

  it('of thousands of messages keep what is left unread as one', () => {
    const bytes = new TextEncoder().encode(`<MetaData>${'<Response/>'.repeat(40_000)}</MetaData>`);
    const parts = cdsDecoder.decode(bytes, { envelope: {} });
    expect([parts.length, parts.at(-1)?.facts.problems]).toEqual([
      2001,
      ['38000 more messages in it were not read'],
    ]);
  });
});
