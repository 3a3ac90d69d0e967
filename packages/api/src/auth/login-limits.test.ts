import { expect, test } from 'vitest';
import { LoginLimits } from './login-limits.ts';

const refusal = (reason: string) => expect.objectContaining({ code: 'TOO_MANY_REQUESTS', reason });

/** Tries a wrong password `times`, each for another account, `ip` or both. */
async function guess(limits: LoginLimits, times: number, email: (n: number) => string, ip: (n: number) => string) {
  for (let n = 0; n < times; n++) await limits.beforeLogin(email(n), ip(n));
}

test('ten guesses at one account from one address, and the next waits a quarter of an hour', async () => {
  const limits = new LoginLimits(true);
  await guess(
    limits,
    10,
    () => 'ada@example.com',
    () => '203.0.113.5',
  );
  await expect(limits.beforeLogin('ada@example.com', '203.0.113.5')).rejects.toMatchObject({
    reason: 'too_many_attempts',
    details: { retryAfterSeconds: expect.closeTo(900, -2) },
  });
  await limits.beforeLogin('ada@example.com', '203.0.113.6');
  await limits.beforeLogin('mira@example.com', '203.0.113.5');
});

test('a right password gives the guesses back', async () => {
  const limits = new LoginLimits(true);
  for (let round = 0; round < 3; round++) {
    await guess(
      limits,
      9,
      () => 'ada@example.com',
      () => '203.0.113.5',
    );
    await limits.afterLogin('ada@example.com', '203.0.113.5');
  }
});

test.concurrent('a hundred guesses from one address slow its others down, and lock nobody out', async () => {
  const limits = new LoginLimits(true);
  await guess(
    limits,
    110,
    (n) => `${n}@example.com`,
    () => '203.0.113.5',
  );
  await limits.beforeLogin('ada@example.com', '203.0.113.5');
});

test.concurrent('more than may wait are told to come back in some seconds', async () => {
  const limits = new LoginLimits(true);
  await guess(
    limits,
    100,
    (n) => `${n}@example.com`,
    () => '203.0.113.5',
  );
  const crowd = await Promise.allSettled(
    Array.from({ length: 30 }, (_, n) => limits.beforeLogin(`late-${n}@example.com`, '203.0.113.5')),
  );
  const refused = crowd.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(25);
  for (const one of refused) {
    expect(one).toMatchObject({ reason: refusal('too_many_attempts') });
    expect(one).toMatchObject({ reason: { details: { retryAfterSeconds: 5 } } });
  }
});

test.concurrent('who logged in here before is not slowed by guesses from everywhere', async () => {
  const limits = new LoginLimits(true);
  const [ada, home] = ['ada@example.com', '198.51.100.1'];
  await limits.beforeLogin(ada, home);
  await limits.afterLogin(ada, home);
  await guess(
    limits,
    50,
    () => ada,
    (n) => `203.0.113.${n}`,
  );
  const crowd = Array.from({ length: 30 }, (_, n) => limits.beforeLogin(ada, `203.0.113.${100 + n}`));
  await limits.beforeLogin(ada, home);
  expect((await Promise.allSettled(crowd)).some(({ status }) => status === 'rejected')).toBe(true);
});

test('an IPv6 line is one, however many addresses it has', async () => {
  const limits = new LoginLimits(true);
  await guess(
    limits,
    10,
    () => 'ada@example.com',
    (n) => `2001:db8:1:2::${n + 1}`,
  );
  await expect(limits.beforeLogin('ada@example.com', '2001:db8:1:2:ffff::1')).rejects.toThrow(/15 minutes/);
  await limits.beforeLogin('ada@example.com', '2001:db8:1:3::1');
});

test('off means off', async () => {
  const limits = new LoginLimits(false);
  await guess(
    limits,
    500,
    () => 'ada@example.com',
    () => '203.0.113.5',
  );
  for (let n = 0; n < 500; n++) await limits.beforeRegistration('203.0.113.5');
});
