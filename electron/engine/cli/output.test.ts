import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createOutput, type OutputEnd } from './output.ts';

const setUp = (stdout: Writable, stderr = new PassThrough()) => {
  const ends: OutputEnd[] = [];
  return { output: createOutput(stdout, stderr, (end) => ends.push(end)), ends, stderr };
};

/** A reader that takes nothing until told, or fails every write. */
function slowReader() {
  const waiting: (() => void)[] = [];
  const written: string[] = [];
  const stream = new Writable({
    highWaterMark: 1,
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk.toString());
      waiting.push(done);
    },
  });
  return { stream, written, take: () => waiting.shift()?.() };
}

const failing = (code: string) =>
  new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the output', () => {
  it('writes one JSON object a line, and words for people elsewhere', async () => {
    const stdout = new PassThrough();
    const { output, stderr } = setUp(stdout);
    await output.line({ a: 'x\ny' });
    await output.line({ b: null });
    output.say('Done.');
    expect([String(stdout.read()), String(stderr.read())]).toEqual([
      '{"a":"x\\ny"}\n{"b":null}\n',
      'quayside: Done.\n',
    ]);
  });

  it('waits for a slow reader', async () => {
    const reader = slowReader();
    const { output } = setUp(reader.stream);
    let went = false;
    const line = output.line({}).then(() => (went = true));
    await settled();
    const before = went;
    reader.take();
    await line;
    expect([before, went, reader.written]).toEqual([false, true, ['{}\n']]);
  });

  it('keeps one watch on a slow reader, however many lines wait', async () => {
    const reader = slowReader();
    const { output } = setUp(reader.stream);
    const lines = Array.from({ length: 20 }, (_, n) => output.line({ n }));
    await settled();
    const watching = reader.stream.listenerCount('drain');
    for (let n = 0; n < 20; n += 1) {
      reader.take();
      await settled();
    }
    await Promise.all(lines);
    expect([watching, reader.written.length]).toEqual([1, 20]);
  });

  it.each([
    ['EPIPE', 'reader-gone'],
    ['EOF', 'reader-gone'],
    ['ENOSPC', 'unwritable'],
  ] as const)('ends with %s as %s, and then takes lines without waiting', async (code, end) => {
    const { output, ends } = setUp(failing(code));
    await output.line({});
    await settled();
    await output.line({});
    await output.flush();
    await settled();
    expect(ends).toEqual([end]);
  });
});
