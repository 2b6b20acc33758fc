import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdsMessage } from '../simulators/cds/messages.ts';
import { linesOf, startCliWorld, type CliWorld } from './cli-world.ts';

let world: CliWorld;
// The first one may have to build.
beforeEach(async () => {
  world = await startCliWorld();
  for (const messageId of ['a', 'b', 'c']) {
    world.cds.push('cds-client', {
      body: cdsMessage({ functionCode: '05', messageId: messageId.repeat(32) }),
    });
  }
}, 120_000);
afterEach(() => world.close());

const collect = (...words: string[]) =>
  world.start('collect', '--accounts', world.accounts, '--data', world.data, ...words);

describe.skipIf(process.platform === 'win32')('a command that is interrupted', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s ends cleanly and keeps what it has', async (signal) => {
    const { child, ended, line } = collect();
    await line(/"event":"notification"/);
    child.kill(signal);
    const { status, signal: killedBy, stdout, stderr } = await ended;
    const check = await world.run('check', '--data', world.data);
    const told = linesOf(stdout).filter(({ event }) => event === 'notification');
    const listed = linesOf((await world.run('list', '--data', world.data)).stdout).slice(0, -1);
    expect([status, killedBy, stderr, check.status, listed.length >= told.length]).toEqual([
      0,
      null,
      '',
      0,
      true,
    ]);
  });

  it('by the end of its reader ends quietly', async () => {
    const { child, ended, line } = collect();
    await line(/"event":"poll"/);
    child.stdout.destroy();
    const { status, signal, stderr } = await ended;
    expect([status, signal, stderr]).toEqual([0, null, '']);
  });

  it('while it waits for a source that does not answer ends all the same', async () => {
    world.gateway.faults.next({ kind: 'delay', ms: 120_000 }, { path: '/oauth/token', times: 2 });
    const { child, ended } = collect('--once');
    await vi.waitFor(() => expect(world.gateway.calls).toHaveLength(2), { timeout: 15_000 });
    child.kill('SIGTERM');
    const { signal, stdout } = await ended;
    expect([signal, stdout]).toEqual([null, '']);
  });
});

describe.skipIf(process.platform === 'win32')('decode of a stdin that never ends', () => {
  it('ends when it is told to, and says that it is not done', async () => {
    writeFileSync(join(world.folder, 'a.xml'), cdsMessage({ functionCode: '09' }));
    const { child, ended, line } = world.start('decode', '--source', 'hmrc-cds', 'a.xml', '-');
    await line(/"file":"a.xml"/);
    child.kill('SIGTERM');
    const { status, stderr } = await ended;
    expect([status, stderr]).toEqual([1, 'quayside: Stopped before the end: not every file was decoded.\n']);
  });
});

describe('collect --for', () => {
  it('ends by itself, having written whole lines only', async () => {
    const { ended } = collect('--for', '2');
    const { status, stdout } = await ended;
    expect([status, stdout.endsWith('\n'), linesOf(stdout).length > 0]).toEqual([0, true, true]);
    expect(readdirSync(world.data).includes('quayside.db')).toBe(true);
  });
});

describe('list into a reader that leaves', () => {
  it('ends quietly', async () => {
    await collect('--for', '2').ended;
    const { child, ended } = world.start('list', '--data', world.data);
    child.stdout.destroy();
    const { signal, stderr } = await ended;
    expect([signal, stderr]).toEqual([null, '']);
  });
});
