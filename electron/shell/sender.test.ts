import { describe, expect, it } from 'vitest';
import { isTrustedSender, type SenderFrame } from './sender.ts';

const main: SenderFrame = { url: 'app://quayside/index.html', parent: null, routingId: 1, processId: 7 };
const page = { mainFrame: main, isDestroyed: () => false };

const trusts = (senderFrame: SenderFrame | null, sender: unknown = page) =>
  isTrustedSender({ sender, senderFrame }, page);

const gone = new Proxy(main, {
  get: () => {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed');
  },
});

describe('a call from the window', () => {
  it('is trusted from the main frame of our page', () => {
    expect(trusts({ ...main, detached: false, isDestroyed: () => false })).toBe(true);
  });

  it.each<[string, SenderFrame | null]>([
    ['no frame', null],
    ['a frame inside the page', { ...main, parent: main, routingId: 2 }],
    ['another frame', { ...main, routingId: 9 }],
    ['another process', { ...main, processId: 8 }],
    ['another origin', { ...main, url: 'https://example.com/' }],
    ['a look-alike origin', { ...main, url: 'app://quayside.example/' }],
    ['an empty page', { ...main, url: '' }],
    ['a destroyed frame', { ...main, isDestroyed: () => true }],
    ['a detached frame', { ...main, detached: true }],
    ['a frame that is gone', gone],
  ])('is refused from %s', (_what, frame) => {
    expect(trusts(frame)).toBe(false);
  });

  it('is refused from another window, from a closed one and where there is none', () => {
    const closed = { ...page, isDestroyed: () => true };
    expect([
      trusts(main, { mainFrame: main }),
      isTrustedSender({ sender: closed, senderFrame: main }, closed),
      isTrustedSender({ sender: page, senderFrame: main }, null),
    ]).toEqual([false, false, false]);
  });
});
