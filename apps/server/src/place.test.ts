import cookie from '@fastify/cookie';
import fastify from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { cookiesOf } from './cookies.ts';
import { refuseCrossSite } from './csrf.ts';
import { answerError } from './errors.ts';
import { clientAddress, remarkOn } from './place.ts';

/* What the store takes a request for, as its settings say where it stands. */

type Headers = Record<string, string>;

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});

/** A server with nothing but the address, the cookies and the origin check of the store. */
async function serverWith(settings: Headers) {
  const { place } = readConfig(settings);
  const app = fastify({ trustProxy: place.trust ?? false });
  opened.push(app);
  app.decorate('place', place);
  app.setErrorHandler(answerError);
  await app.register(cookie);
  refuseCrossSite(app);
  app.all('/', async (request, reply) => {
    const cookies = cookiesOf(request, reply);
    const found = cookies.get('cart') ?? null;
    cookies.set('cart', 'fresh', 1000);
    return { ip: clientAddress(request), found };
  });
  const ask = (headers: Headers, method: 'GET' | 'POST' = 'GET', remoteAddress = '127.0.0.1') =>
    app.inject({ method, url: '/', headers, remoteAddress });
  return ask;
}

const secureTls = { name: '__Host-cart', secure: true };
const plain = { name: 'cart' };

describe('a cookie is kept to TLS exactly where the browser is', () => {
  test.each<[what: string, settings: Headers, headers: Headers, cookie: object]>([
    ['this machine', {}, { host: 'localhost:3000' }, plain],
    ['a house, by IPv4', {}, { host: '192.168.1.20:3000' }, plain],
    ['a house, by IPv6', {}, { host: '[fd00::2]:3000' }, plain],
    ['a house, by name', {}, { host: 'nas.local:3000' }, plain],
    ['a house, by short name', {}, { host: 'nas:3000' }, plain],
    ['a name of the internet', {}, { host: 'shop.example' }, secureTls],
    ['… whose page is plain', {}, { host: 'shop.example', origin: 'http://shop.example' }, plain],
    ['… and is not', {}, { host: '203.0.113.7', origin: 'https://203.0.113.7' }, secureTls],
    ['… and was not', {}, { host: '203.0.113.7', cookie: '__Host-session=x' }, secureTls],
    ['a stranger’s word', {}, { host: '192.168.1.20', 'x-forwarded-proto': 'https' }, plain],
    ['a stranger’s other word', {}, { host: 'shop.example', 'x-forwarded-proto': 'http' }, secureTls],
    ['a trusted word', { TRUST_PROXY: 'loopback' }, { host: '192.168.1.20', 'x-forwarded-proto': 'https' }, secureTls],
    ['a trusted no', { TRUST_PROXY: '1' }, { host: 'shop.example', 'x-forwarded-proto': 'http' }, plain],
    [
      'a word that is not trusted',
      { TRUST_PROXY: '10.0.0.0/8' },
      { host: '192.168.1.20', 'x-forwarded-proto': 'https' },
      plain,
    ],
    ['a public address', { PUBLIC_URL: 'https://shop.example' }, { host: '127.0.0.1:3000' }, secureTls],
    ['… of a house', { PUBLIC_URL: 'http://shop.example' }, { host: 'shop.example' }, plain],
    [
      '… past it, on this machine',
      { PUBLIC_URL: 'https://shop.example' },
      { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' },
      plain,
    ],
  ])('%s', async (_, settings, headers, cookie) => {
    const ask = await serverWith(settings);
    const { cookies } = await ask(headers, headers.origin ? 'POST' : 'GET');
    expect(cookies).toEqual([{ value: 'fresh', path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 1, ...cookie }]);
  });
});

test('a cookie of before is read, and gives way to one that is kept to TLS', async () => {
  const ask = await serverWith({ PUBLIC_URL: 'https://shop.example' });
  const { cookies, body } = await ask({ cookie: 'cart=old' });
  expect(JSON.parse(body).found).toBe('old');
  expect(cookies).toMatchObject([
    { name: '__Host-cart', value: 'fresh' },
    { name: 'cart', value: '' },
  ]);
  const planted = await ask({ cookie: 'cart=planted; __Host-cart=own' });
  expect(JSON.parse(planted.body).found).toBe('own');
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
  ])('%j with %j from %s is %s', async (settings, headers, peer, ip) => {
    const ask = await serverWith(settings);
    expect(JSON.parse((await ask(headers, 'GET', peer)).body).ip).toBe(ip);
  });
});

describe('whose page may change something', () => {
  const PUBLIC_URL = 'https://shop.example';
  test.each<[what: string, settings: Headers, headers: Headers, status: number]>([
    ['its own', {}, { host: '192.168.1.20:3000', origin: 'http://192.168.1.20:3000' }, 200],
    ['its own, the usual port named', {}, { host: 'shop.example:443', origin: 'https://shop.example' }, 200],
    ['another port', {}, { host: 'localhost:3000', origin: 'http://localhost:4000' }, 403],
    ['another site', {}, { host: 'shop.example', origin: 'https://evil.example' }, 403],
    ['nobody’s', {}, { host: 'shop.example', origin: 'null' }, 403],
    ['a program’s', {}, { host: 'shop.example' }, 200],
    [
      'one whose host a stranger forwards',
      {},
      { host: 'shop.example', origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      403,
    ],
    [
      'one behind a trusted proxy',
      { TRUST_PROXY: '1' },
      { host: '127.0.0.1:3000', origin: PUBLIC_URL, 'x-forwarded-host': 'shop.example' },
      200,
    ],
    ['one behind a proxy that rewrites', { PUBLIC_URL }, { host: 'store:3000', origin: PUBLIC_URL }, 200],
    ['one without TLS', { PUBLIC_URL }, { host: 'store:3000', origin: 'http://shop.example' }, 403],
    ['one of a name below', { PUBLIC_URL }, { host: 'store:3000', origin: 'https://evil.shop.example' }, 403],
    ['one by another address', { PUBLIC_URL }, { host: 'store:3000', origin: 'http://store:3000' }, 403],
    ['one of this machine', { PUBLIC_URL }, { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }, 200],
    ['one of its neighbour', { PUBLIC_URL }, { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:4000' }, 403],
  ])('%s: %j %j', async (_, settings, headers, status) => {
    const ask = await serverWith(settings);
    const answer = await ask(headers, 'POST');
    expect(answer.statusCode).toBe(status);
    if (status === 403) expect(JSON.parse(answer.body).error.data).toMatchObject({ reason: 'other_origin' });
  });
});

test.each<[settings: Headers, remark: RegExp | null]>([
  [{}, null],
  [{ HOST: 'localhost' }, null],
  [{ HOST: '0.0.0.0' }, /unencrypted.*PUBLIC_URL/],
  [{ HOST: '0.0.0.0', PUBLIC_URL: 'http://nas:3000' }, null],
  [{ HOST: '::', PUBLIC_URL: 'https://shop.example' }, /work at https:\/\/shop\.example only/],
])('%j: what a start remarks', (settings, remark) => {
  const said = remarkOn(readConfig(settings));
  if (remark) expect(said).toMatch(remark);
  else expect(said).toBeNull();
});
