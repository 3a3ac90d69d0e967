import { expect, test } from 'vitest';
import { mayReadMetrics } from './guard.ts';

const TOKEN = 'a token of a fair length';
const local = { remoteAddress: '127.0.0.1', host: '127.0.0.1:3000', httpVersion: '1.1', headers: {} };

const may = (given: Partial<typeof local> & { headers?: Record<string, string> }, token: string | null = null) => {
  const { remoteAddress, host, httpVersion, headers } = { ...local, ...given };
  return mayReadMetrics({ socket: { remoteAddress }, httpVersion, headers: { host, ...headers } }, token);
};

test.each(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'])('a program at %s may', (remoteAddress) => {
  for (const host of ['localhost:3000', 'LOCALHOST', '127.0.0.1', '[::1]:3000']) {
    expect(may({ remoteAddress, host })).toBe(true);
  }
});

test.each(['10.0.0.5', '::ffff:10.0.0.5', '192.168.1.127', '2001:db8::1', '1.127.0.0', ''])(
  'a program at %s may not',
  (remoteAddress) => expect(may({ remoteAddress })).toBe(false),
);

test.each([
  'x-forwarded-for',
  'x-forwarded-proto',
  'forwarded',
  'via',
  'x-real-ip',
  'x-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
])('what came with %s is from somewhere else, whatever it says', (name) => {
  expect(may({ headers: { [name]: '127.0.0.1' } })).toBe(false);
  expect(may({ headers: { [name]: '' } })).toBe(false);
});

test.each(['shop.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'evil.example:3000', '10.0.0.5', ''])(
  'a request for the host %s is that of a proxy, or of a page that has got a browser to ask',
  (host) => expect(may({ host })).toBe(false),
);

test('a proxy that says nothing speaks HTTP/1.0', () => {
  expect(may({ httpVersion: '1.0' })).toBe(false);
});

test('with a token, whoever knows it may, from anywhere, and nobody else', () => {
  const far = { remoteAddress: '203.0.113.9', host: 'shop.example' };
  const proxied = { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '198.51.100.7' };
  expect(may({ ...far, headers: proxied }, TOKEN)).toBe(true);
  expect(may({}, TOKEN)).toBe(false);
  for (const given of [TOKEN, `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, `Basic ${TOKEN}`, 'Bearer ', '']) {
    expect(may({ headers: { authorization: given } }, TOKEN)).toBe(false);
  }
});
