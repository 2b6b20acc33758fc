import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, test } from '@playwright/test';
import { launchApp } from './support/app.ts';
import { startWorld } from './support/world.ts';

/** A listener on every address of this machine that notes whatever reaches it, by packet or by connection. */
async function listen() {
  const reached: string[] = [];
  const tcp = createServer((socket) => {
    reached.push(`connection from ${socket.remoteAddress ?? '?'}`);
    socket.destroy();
  });
  tcp.listen(0, '0.0.0.0');
  await once(tcp, 'listening');
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4', (bytes, { address }) =>
    reached.push(`packet of ${bytes.length} bytes from ${address}`),
  );
  udp.bind(port, '0.0.0.0');
  await once(udp, 'listening');
  const close = async () => {
    udp.close();
    tcp.close();
    await once(tcp, 'close');
  };
  return { port, reached, close };
}

/** Loopback, and an address by which other machines reach this one, where it has any. */
const addresses = (): string[] => [
  '127.0.0.1',
  ...Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
    .slice(0, 1),
];

test('nothing that a page can do reaches the network: no packet, no connection, from no address', async () => {
  const world = await startWorld();
  const app = await launchApp(world);
  const listener = await listen();
  const outcome = await app.window.evaluate(
    async ([hosts, port]) => {
      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const tried: string[] = [];
      const attempt = (name: string, work: () => unknown) => {
        try {
          work();
          tried.push(name);
        } catch {
          // Refused at once, which is as good.
        }
      };
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const ofFrame = frame.contentWindow as unknown as { RTCPeerConnection?: typeof RTCPeerConnection };
      const constructors = [globalThis.RTCPeerConnection, ofFrame.RTCPeerConnection].filter(
        (one) => one !== undefined,
      );
      const candidates: string[] = [];
      const connected: string[] = [];
      for (const host of hosts) {
        const at = `${host}:${port}`;
        for (const Peer of constructors) {
          attempt('webrtc', () => {
            const turn = (transport: string) => ({
              urls: `turn:${at}?transport=${transport}`,
              username: 'u',
              credential: 'c',
            });
            const iceServers = [{ urls: `stun:${at}` }, turn('udp'), turn('tcp')];
            const [peer, other] = [new Peer({ iceServers }), new Peer()];
            peer.onicecandidate = ({ candidate }) => candidates.push(candidate?.candidate ?? '');
            peer.createDataChannel('out').onopen = () => connected.push('a channel');
            const negotiate = async () => {
              await peer.setLocalDescription();
              await other.setRemoteDescription(peer.localDescription!);
              await other.setLocalDescription();
              await peer.setRemoteDescription(other.localDescription!);
              for (const kind of ['udp', 'tcp']) {
                const type = kind === 'udp' ? 'typ host' : 'typ host tcptype passive';
                const candidate = `candidate:1 1 ${kind} 2122260223 ${host} ${port} ${type}`;
                await peer.addIceCandidate({ candidate, sdpMid: '0' });
              }
            };
            void negotiate().catch(() => undefined);
          });
        }
        for (const rel of [
          'dns-prefetch',
          'preconnect',
          'prefetch',
          'preload',
          'modulepreload',
          'stylesheet',
          'icon',
          'manifest',
        ]) {
          attempt(rel, () => {
            const link = Object.assign(document.createElement('link'), { rel, href: `http://${at}/${rel}` });
            if (rel === 'preload') link.as = 'image';
            document.head.append(link);
          });
        }
        attempt('speculation', () => {
          const script = Object.assign(document.createElement('script'), { type: 'speculationrules' });
          script.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [`http://${at}/s`] }] });
          document.head.append(script);
        });
        attempt('fetch', () => void fetch(`http://${at}/f`, { mode: 'no-cors' }).catch(() => undefined));
        attempt('beacon', () => navigator.sendBeacon(`http://${at}/b`, 'x'));
        attempt('events', () => new EventSource(`http://${at}/e`));
        attempt('socket', () => new WebSocket(`ws://${at}/w`));
        attempt('transport', () => void new WebTransport(`https://${at}/t`).ready.catch(() => undefined));
        attempt('worker', () => new Worker(`http://${at}/worker.js`));
        attempt('image', () => (new Image().src = `http://${at}/i`));
        attempt('media', () => (new Audio().src = `http://${at}/a`));
        attempt('frame', () => {
          const inner = document.createElement('iframe');
          inner.src = `http://${at}/frame`;
          document.body.append(inner);
        });
        attempt('ping', () => {
          const link = document.createElement('a');
          Object.assign(link, { href: '#', ping: `http://${at}/p` });
          document.body.append(link);
          link.click();
        });
        attempt('form', () => {
          const form = Object.assign(document.createElement('form'), { action: `http://${at}/form` });
          document.body.append(form);
          form.submit();
        });
      }
      await pause(6_000);
      return { tried, connected, candidates: candidates.filter((text) => text !== '') };
    },
    [addresses(), listener.port] as const,
  );
  expect(outcome.tried).toContain('webrtc');
  expect({ ...outcome, tried: [], reached: listener.reached }).toEqual({
    tried: [],
    connected: [],
    candidates: [],
    reached: [],
  });
  await app.quit();
  await listener.close();
  await world.close();
});
