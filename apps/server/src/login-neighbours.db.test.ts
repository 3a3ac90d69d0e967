import { mailedToken } from '@lantern/api/testing/mailed-token';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, httpClient, newCustomer, startHttpStore } from './testing/http-store.ts';

/* Ten wrong guesses block one mailbox at one address: neither its owner elsewhere, nor the neighbours. */

let t: HttpStore;
beforeAll(async () => {
  t = await startHttpStore({ rateLimits: true, deployment: { trust: (_, hop) => hop === 0 } });
});
afterAll(() => t[Symbol.asyncDispose]());

/** A browser at this address. */
function at(ip: string) {
  const { send, jar } = httpClient(t.url);
  const call = (procedure: string, input: object) =>
    send(`/trpc/${procedure}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': ip },
      body: JSON.stringify(input),
    });
  return { call, jar };
}

test.each([
  ['an office behind one address', '203.0.113.5', '203.0.113.5', '203.0.113.6'],
  ['a network of IPv6', '2001:db8:1:2::5', '2001:db8:1:2:ffff::7', '2001:db8:1:3::5'],
])('%s: a guesser locks out nobody but strangers at that mailbox', async (_, guesser, office, elsewhere) => {
  const [ada, ben] = [newCustomer(), newCustomer()];
  const { email, password } = ada;
  const adasDesk = at(office);
  await adasDesk.call('auth.register', ada);
  await at(office).call('auth.register', ben);
  const statuses: number[] = [];
  for (let n = 0; n < 11; n++) {
    statuses.push((await at(guesser).call('auth.login', { email, password: `guess ${n} of a horse` })).status);
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);

  expect((await adasDesk.call('auth.login', { email, password })).status).toBe(200);
  expect((await at(office).call('auth.login', { email: ben.email, password })).status).toBe(200);
  expect((await at(elsewhere).call('auth.login', { email, password })).status).toBe(200);

  // Nobody can tell a new device of hers from the guesser's next one; a mail to her can.
  const phone = at(office);
  const refused = await phone.call('auth.login', { email, password });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(900);
  expect((await phone.call('auth.requestPasswordReset', { email })).status).toBe(200);
  const token = await mailedToken('password_reset', email);
  expect((await phone.call('auth.resetPassword', { token, newPassword: 'another horse' })).status).toBe(200);
  expect((await phone.call('auth.login', { email, password: 'another horse' })).status).toBe(200);
});

test('a confirmed address lets the browser in where the link was opened', async () => {
  const ada = newCustomer();
  await at('203.0.113.9').call('auth.register', ada);
  const phone = at('203.0.113.9');
  await phone.call('auth.verifyEmail', { token: await mailedToken('welcome', ada.email) });
  for (let n = 0; n < 11; n++) {
    await at('203.0.113.9').call('auth.login', { email: ada.email, password: `guess ${n} of a horse` });
  }
  expect((await phone.call('auth.login', { email: ada.email, password: ada.password })).status).toBe(200);
});
