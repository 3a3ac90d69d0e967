import cookie from '@fastify/cookie';
import fastify from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { cookiesOf } from './cookies.ts';
import { refuseCrossSite } from './csrf.ts';
import { clientAddress, startupNotice } from './deployment.ts';
import { handleError } from './errors.ts';

/* How PUBLIC_URL and TRUST_PROXY affect cookies, client addresses and the CSRF check. */

type Headers = Record<string, string>;

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});

/** A server with only the client address, the cookies and the CSRF check of the store. */
async function serverWith(settings: Headers) {
  const { deployment } = readConfig(settings);
  const app = fastify({ trustProxy: deployment.trust ?? false });
  opened.push(app);
  app.decorate('deployment', deployment);
  app.setErrorHandler(handleError);
  await app.register(cookie);
  refuseCrossSite(app);
  app.all('/', async (request, reply) => {
    const cookies = cookiesOf(request, reply);
    const found = cookies.get('cart') ?? null;
    cookies.set('cart', 'fresh', 1000);
    return { ip: clientAddress(request.raw, request.server.deployment), found };
  });
  return (headers: Headers, method: 'GET' | 'POST' = 'GET', remoteAddress = '127.0.0.1') =>
    app.inject({ method, url: '/', headers, remoteAddress });
}

const secureTls = { name: '__Host-cart', secure: true };
const plain = { name: 'cart' };

describe('cookies are Secure exactly if the browser uses TLS', () => {
  test.each<[what: string, settings: Headers, headers: Headers, cookie: object]>([
    ['this machine', {}, { host: 'localhost:3000' }, plain],
    ['a home network, by IPv4', {}, { host: '192.168.1.20:3000' }, plain],
    ['a home network, by IPv6', {}, { host: '[fd00::2]:3000' }, plain],
    ['a home network, by name', {}, { host: 'nas.local:3000' }, plain],
    ['a home network, by short name', {}, { host: 'nas:3000' }, plain],
    ['a public host name', {}, { host: 'shop.example' }, secureTls],
    ['a public host name with a plain HTTP origin', {}, { host: 'shop.example', origin: 'http://shop.example' }, plain],
    ['an IP address with an HTTPS origin', {}, { host: '203.0.113.7', origin: 'https://203.0.113.7' }, secureTls],
    ['an IP address with a Secure cookie', {}, { host: '203.0.113.7', cookie: '__Host-session=x' }, secureTls],
    ['an untrusted X-Forwarded-Proto of https', {}, { host: '192.168.1.20', 'x-forwarded-proto': 'https' }, plain],
    ['an untrusted X-Forwarded-Proto of http', {}, { host: 'shop.example', 'x-forwarded-proto': 'http' }, secureTls],
    [
      'a trusted X-Forwarded-Proto of https',
      { TRUST_PROXY: 'loopback' },
      { host: '192.168.1.20', 'x-forwarded-proto': 'https' },
      secureTls,
    ],
    [
      'a trusted X-Forwarded-Proto of http',
      { TRUST_PROXY: '1' },
      { host: 'shop.example', 'x-forwarded-proto': 'http' },
      plain,
    ],
    [
      'an X-Forwarded-Proto from another proxy than the trusted ones',
      { TRUST_PROXY: '10.0.0.0/8' },
      { host: '192.168.1.20', 'x-forwarded-proto': 'https' },
      plain,
    ],
    ['an HTTPS public URL', { PUBLIC_URL: 'https://shop.example' }, { host: '127.0.0.1:3000' }, secureTls],
    ['an HTTP public URL', { PUBLIC_URL: 'http://shop.example' }, { host: 'shop.example' }, plain],
    [
      'an HTTPS public URL, bypassed on this machine',
      { PUBLIC_URL: 'https://shop.example' },
      { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' },
      plain,
    ],
  ])('%s', async (_, settings, headers, cookie) => {
    const send = await serverWith(settings);
    const { cookies } = await send(headers, headers.origin ? 'POST' : 'GET');
    expect(cookies).toEqual([{ value: 'fresh', path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 1, ...cookie }]);
  });
});

test.each<[what: string, settings: Headers, headers: Headers, found: string | null]>([
  ['the public URL', { PUBLIC_URL: 'https://shop.example' }, {}, null],
  ['a trusted proxy', { TRUST_PROXY: '1' }, { 'x-forwarded-proto': 'https' }, null],
  ['the origin', {}, { origin: 'https://shop.example' }, null],
  ['a cookie of its own', {}, { cookie: 'cart=planted; __Host-device=own' }, null],
  ['only the name of the host', {}, {}, 'planted'],
])(
  'where %s says that there is TLS, a cookie that others can plant is not read',
  async (_, settings, headers, found) => {
    const send = await serverWith(settings);
    const { body } = await send({ host: 'shop.example', cookie: 'cart=planted', ...headers });
    expect(JSON.parse(body).found).toBe(found);
  },
);

test('a cookie without the __Host- prefix ends where one with it is set', async () => {
  const send = await serverWith({ PUBLIC_URL: 'https://shop.example' });
  const { cookies, body } = await send({ cookie: 'cart=planted; __Host-cart=own' });
  expect(JSON.parse(body).found).toBe('own');
  expect(cookies).toMatchObject([
    { name: '__Host-cart', value: 'fresh' },
    { name: 'cart', value: '' },
  ]);
});

describe('the client’s address', () => {
  const forwarded = { 'x-forwarded-for': '203.0.113.5, 10.1.1.1' };
  test.each<[settings: Headers, headers: Headers, peer: string, ip: string]>([
    [{}, forwarded, '127.0.0.1', '127.0.0.1'],
    [{ TRUST_PROXY: '0' }, forwarded, '127.0.0.1', '127.0.0.1'],
    [{ TRUST_PROXY: '1' }, forwarded, '127.0.0.1', '10.1.1.1'],
    [{ TRUST_PROXY: '2' }, forwarded, '127.0.0.1', '203.0.113.5'],
    [{ TRUST_PROXY: 'loopback' }, forwarded, '127.0.0.1', '10.1.1.1'],
    [{ TRUST_PROXY: 'loopback, 10.0.0.0/8' }, forwarded, '127.0.0.1', '203.0.113.5'],
    [{ TRUST_PROXY: 'loopback, 10.0.0.0/8' }, forwarded, '192.0.2.9', '192.0.2.9'],
    [{ TRUST_PROXY: 'loopback' }, forwarded, '::ffff:127.0.0.1', '10.1.1.1'],
    [{ TRUST_PROXY: '1' }, { 'x-forwarded-for': '2001:db8::7' }, '127.0.0.1', '2001:db8::7'],
    [{ TRUST_PROXY: '1' }, { 'x-forwarded-for': '203.0.113.5:41234' }, '127.0.0.1', '203.0.113.5'],
    [{ TRUST_PROXY: '1' }, { 'x-forwarded-for': '[2001:db8::7]:443' }, '127.0.0.1', '2001:db8::7'],
    [{ TRUST_PROXY: '1' }, { 'x-forwarded-for': 'unknown' }, '127.0.0.1', '127.0.0.1'],
    [{ TRUST_PROXY: '2' }, { 'x-forwarded-for': `${'x'.repeat(5000)}, 10.1.1.1` }, '127.0.0.1', '10.1.1.1'],
  ])('with %j and headers %j from %s it is %s', async (settings, headers, peer, ip) => {
    const send = await serverWith(settings);
    expect(JSON.parse((await send(headers, 'GET', peer)).body).ip).toBe(ip);
  });
});

describe('which origins may send mutations', () => {
  const PUBLIC_URL = 'https://shop.example';
  test.each<[what: string, settings: Headers, headers: Headers, status: number]>([
    ['the same origin', {}, { host: '192.168.1.20:3000', origin: 'http://192.168.1.20:3000' }, 200],
    [
      'the same origin with an explicit default port',
      {},
      { host: 'shop.example:443', origin: 'https://shop.example' },
      200,
    ],
    ['another port', {}, { host: 'localhost:3000', origin: 'http://localhost:4000' }, 403],
    ['another site', {}, { host: 'shop.example', origin: 'https://evil.example' }, 403],
    ['an opaque origin', {}, { host: 'shop.example', origin: 'null' }, 403],
    ['no origin, as from programs', {}, { host: 'shop.example' }, 200],
    ['another site that tells no origin', {}, { host: 'shop.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['a subdomain that tells no origin', {}, { host: 'shop.example', 'sec-fetch-site': 'same-site' }, 403],
    ['the store itself in a browser', {}, { host: 'shop.example', 'sec-fetch-site': 'same-origin' }, 200],
    [
      'another site through a proxy that rewrites the host and drops the origin',
      { PUBLIC_URL },
      { host: 'store:3000', 'sec-fetch-site': 'cross-site' },
      403,
    ],
    [
      'another site with an untrusted X-Forwarded-Host',
      {},
      { host: 'shop.example', origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      403,
    ],
    [
      'the X-Forwarded-Host of a trusted proxy',
      { TRUST_PROXY: '1' },
      { host: '127.0.0.1:3000', origin: PUBLIC_URL, 'x-forwarded-host': 'shop.example' },
      200,
    ],
    [
      'the public URL behind a proxy that rewrites the host',
      { PUBLIC_URL },
      { host: 'store:3000', origin: PUBLIC_URL },
      200,
    ],
    ['the public URL without TLS', { PUBLIC_URL }, { host: 'store:3000', origin: 'http://shop.example' }, 403],
    ['a subdomain of the public URL', { PUBLIC_URL }, { host: 'store:3000', origin: 'https://evil.shop.example' }, 403],
    ['an address other than the public URL', { PUBLIC_URL }, { host: 'store:3000', origin: 'http://store:3000' }, 403],
    ['this machine', { PUBLIC_URL }, { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }, 200],
    ['another port on this machine', { PUBLIC_URL }, { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:4000' }, 403],
  ])('%s: %j %j', async (_, settings, headers, status) => {
    const send = await serverWith(settings);
    const answer = await send(headers, 'POST');
    expect(answer.statusCode).toBe(status);
    if (status === 403) expect(JSON.parse(answer.body).error.data).toMatchObject({ reason: 'other_origin' });
  });
});

test.each<[settings: Headers, expected: RegExp | null]>([
  [{}, null],
  [{ HOST: 'localhost' }, null],
  [{ HOST: '0.0.0.0' }, /unencrypted.*PUBLIC_URL/],
  [{ HOST: '0.0.0.0', PUBLIC_URL: 'http://nas:3000' }, null],
  [{ HOST: '::', PUBLIC_URL: 'https://shop.example' }, /work at https:\/\/shop\.example only/],
])('the startup notice with %j', (settings, expected) => {
  const notice = startupNotice(readConfig(settings));
  if (expected) expect(notice).toMatch(expected);
  else expect(notice).toBeNull();
});
