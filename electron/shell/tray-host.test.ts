import { describe, expect, it } from 'vitest';
import { hasTrayHost, type Run } from './tray-host.ts';

const bus = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/x' };
const answering =
  (output: string, code: string | null = null): Run =>
  async () => ({ output, code });
const neverAsked: Run = () => expect.fail('nobody should be asked');

describe('whether a tray icon is seen', () => {
  it('is taken for granted on Windows and macOS', async () => {
    expect([await hasTrayHost('win32', {}, neverAsked), await hasTrayHost('darwin', {}, neverAsked)]).toEqual(
      [true, true],
    );
  });

  it.each([
    [true, 'method return …\n   variant       boolean true\n', null],
    [false, 'method return …\n   variant       boolean false\n', null],
    [false, '', '1'],
    [true, '', 'ENOENT'],
  ])('is %s on Linux when the bus answers %j with code %j', async (seen, output, code) => {
    expect(await hasTrayHost('linux', bus, answering(output, code))).toBe(seen);
  });

  it('is no on Linux without a session bus', async () => {
    expect(await hasTrayHost('linux', {}, neverAsked)).toBe(false);
  });
});
