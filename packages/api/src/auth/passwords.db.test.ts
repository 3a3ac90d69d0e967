import { User } from '@lantern/db/models/user';
import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailedToken } from '../testing/mailed-token.ts';
import { failureOf, startTestServices, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());

const password = 'correct horse';

async function customer(name = 'Grace Hopper') {
  const browser = t.browser();
  const email = `g-${crypto.randomUUID()}@example.com`;
  await browser.api.auth.register({ email, password, name });
  return { ...browser, email };
}

test.each(['sunshine1', 'homelesspa', 'ｓｕｎｓｈｉｎｅ', 'Hopper1906', 'gr4ceh0pper', 'reppoh1906'])(
  '%s is refused at a registration, a change and a reset',
  async (weak) => {
    const { api, email } = await customer();
    await api.auth.requestPasswordReset({ email });
    const token = await mailedToken('password_reset', email);
    const attempts = {
      password: () => t.browser().api.auth.register({ email: `x${email}`, name: 'Grace Hopper', password: weak }),
      newPassword: () => api.account.changePassword({ currentPassword: password, newPassword: weak }),
    };
    for (const [field, attempt] of Object.entries(attempts)) {
      expect(await failureOf(attempt())).toMatchObject({
        code: 'BAD_REQUEST',
        cause: { reason: 'weak_password', fieldErrors: { [field]: [expect.any(String)] } },
      });
    }
    expect(await failureOf(api.auth.resetPassword({ token, newPassword: weak }))).toMatchObject({
      cause: { reason: 'weak_password' },
    });
    // The link is not used up.
    await api.auth.resetPassword({ token, newPassword: 'another horse' });
  },
);

test.each([
  ['more memory', { memoryCost: 64, timeCost: 1, parallelism: 1 }],
  ['more passes', { memoryCost: 8, timeCost: 3, parallelism: 1 }],
  ['more lanes', { memoryCost: 16, timeCost: 1, parallelism: 2 }],
])('a hash that was made with %s is right, and made anew at the next login only', async (_, cost) => {
  const { email } = await customer();
  const hashOf = async () => (await User.findOne({ where: { email }, rejectOnEmpty: true })).passwordHash;
  const costOf = (phc: string) => phc.split('$').slice(0, 4);
  const today = costOf(await hashOf());
  const old = await hash(password, cost);
  await t.database.transaction(() => User.update({ passwordHash: old }, { where: { email } }));
  await failureOf(t.browser().api.auth.login({ email, password: 'wrong horse' }));
  expect(await hashOf()).toBe(old);
  await t.browser().api.auth.login({ email, password });
  const renewed = await hashOf();
  expect(costOf(renewed)).toEqual(today);
  await t.browser().api.auth.login({ email, password });
  expect(await hashOf()).toBe(renewed);
});
