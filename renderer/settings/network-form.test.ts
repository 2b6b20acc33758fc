import { expect, it } from 'vitest';
import type { NetworkView } from '../../shared/bridge.ts';
import { networkDraft, networkValues, type NetworkValues } from './network-form.ts';

const view = (network: NetworkView['network']): NetworkView => ({
  network,
  password: 'held',
  isFixed: false,
});
const typed = (more: Partial<NetworkValues>): NetworkValues => ({
  ...networkValues(view({})),
  kind: 'named',
  host: 'proxy.office',
  port: '3128',
  ...more,
});

it.each([
  [{}, { proxy: 'system' }],
  [
    { proxy: 'none', caFile: '/office.pem' },
    { proxy: 'none', caFile: '/office.pem' },
  ],
  [
    {
      proxy: {
        host: 'p',
        port: 1,
        secure: true,
        name: 'ann',
        password: { stored: true },
        except: ['a', 'b'],
      },
    },
    {
      proxy: {
        host: 'p',
        port: 1,
        secure: true,
        name: 'ann',
        password: { stored: true },
        except: ['a', 'b'],
      },
    },
  ],
] satisfies [NetworkView['network'], NetworkView['network']][])('keeps %j as it is', (network, kept) => {
  expect(networkDraft(networkValues(view(network)), true)).toEqual({
    ok: true,
    value: { network: kept, password: null },
  });
});

it('hands a new password over apart from the settings, which say only that there is one', () => {
  expect(
    networkDraft(typed({ name: ' ann ', password: ' p@ss ', except: ' a.test b.test,' }), false),
  ).toEqual({
    ok: true,
    value: {
      network: {
        proxy: {
          host: 'proxy.office',
          port: 3128,
          name: 'ann',
          password: { stored: true },
          except: ['a.test', 'b.test'],
        },
      },
      password: ' p@ss ',
    },
  });
});

it('drops the password that is held with its name', () => {
  const draft = networkDraft(typed({}), true);
  expect(draft).toEqual({
    ok: true,
    value: { network: { proxy: { host: 'proxy.office', port: 3128 } }, password: null },
  });
});

it.each([
  [{ host: 'http://proxy.office' }, ['host']],
  [{ host: 'proxy.office:3128' }, ['host']],
  [{ host: '', port: '' }, ['host', 'port']],
  [{ port: '70000' }, ['port']],
  [{ port: '31 28' }, ['port']],
  [{ password: 'secret' }, ['name']],
] satisfies [Partial<NetworkValues>, string[]][])('says what is wrong with %j', (more, fields) => {
  const draft = networkDraft(typed(more), false);
  expect(draft.ok ? [] : Object.keys(draft.failure)).toEqual(fields);
});
