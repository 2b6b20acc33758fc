import { expect, it } from 'vitest';
import { hmrcLimits, type HmrcApplication } from './limits.ts';
import { hmrcBaseUrl, hmrcTokenUrl } from './urls.ts';

const application: HmrcApplication = { clientId: 'quay-client', environment: 'sandbox' };

const spacings = (kind: 'token' | 'list' | 'message' | 'acknowledge', callsPerSecond?: number) =>
  hmrcLimits({ ...application, callsPerSecond }, kind, 'ppns').map(({ spacingMs }) => spacingMs);

it('lets a list call go every ten seconds and any call three times a second', () => {
  expect([spacings('list'), spacings('token'), spacings('message'), spacings('acknowledge')]).toEqual([
    [10_000, 334],
    [334],
    [334],
    [334],
  ]);
});

it('takes the rate that the account was granted', () => {
  expect([spacings('message', 8), spacings('message', 0.5), spacings('list', 0.05)]).toEqual([
    [125],
    [2000],
    [10_000, 20_000],
  ]);
});

it('shares a limit between accounts of one client id at one host, and with nobody else', () => {
  const keys = (other: Partial<HmrcApplication>, endpoint = 'ppns') =>
    hmrcLimits({ ...application, ...other }, 'list', endpoint).map(({ key }) => key);
  const [list, all] = keys({});
  expect({
    same: keys({ environment: { baseUrl: 'https://test-api.service.hmrc.gov.uk/' } }),
    otherEndpoint: keys({}, 'cds')[1] === all && keys({}, 'cds')[0] !== list,
    otherHost: keys({ environment: 'production' }).filter((key) => key === list || key === all),
    otherClient: keys({ clientId: 'other' }).filter((key) => key === list || key === all),
  }).toEqual({ same: [list, all], otherEndpoint: true, otherHost: [], otherClient: [] });
});

it('does not write the client id into a key', () => {
  const text = JSON.stringify(hmrcLimits(application, 'list', 'ppns'));
  expect(text.includes('quay-client')).toBe(false);
});

it('knows the addresses of both environments, and takes one that is given', () => {
  const own = { baseUrl: 'http://127.0.0.1:4020/' };
  expect([
    hmrcBaseUrl('sandbox'),
    hmrcBaseUrl('production'),
    hmrcBaseUrl(own),
    hmrcTokenUrl('production'),
    hmrcTokenUrl(own),
    hmrcTokenUrl({ ...own, tokenUrl: 'http://127.0.0.1:4021/token' }),
  ]).toEqual([
    'https://test-api.service.hmrc.gov.uk',
    'https://api.service.hmrc.gov.uk',
    'http://127.0.0.1:4020',
    'https://api.service.hmrc.gov.uk/oauth/token',
    'http://127.0.0.1:4020/oauth/token',
    'http://127.0.0.1:4021/token',
  ]);
});
