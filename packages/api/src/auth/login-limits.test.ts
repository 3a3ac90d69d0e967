import { expect, test } from 'vitest';
import { onEachStore, timed } from '../testing/limit-store.ts';
import { clientAt, startedLimits } from '../testing/limited-client.ts';
import type { LoginLimits } from './login-limits.ts';

const refusal = (reason: string) => expect.objectContaining({ code: 'TOO_MANY_REQUESTS', reason });

/** Attempts `times` logins with a wrong password, with the email and IP address of each attempt. */
async function guess(limits: LoginLimits, times: number, email: (n: number) => string, ip: (n: number) => string) {
  for (let n = 0; n < times; n++) await limits.beforeLogin(email(n), clientAt(ip(n)));
}

onEachStore((current) => {
  test('the eleventh attempt at one account from one address is refused for 15 minutes', async () => {
    const limits = startedLimits(current.store.limiterOf);
    await guess(
      limits,
      10,
      () => 'ada@example.com',
      () => '203.0.113.5',
    );
    await expect(limits.beforeLogin('ada@example.com', clientAt('203.0.113.5'))).rejects.toMatchObject({
      reason: 'too_many_attempts',
      details: { retryAfterSeconds: expect.closeTo(900, -2) },
    });
    await limits.beforeLogin('ada@example.com', clientAt('203.0.113.6'));
    await limits.beforeLogin('mira@example.com', clientAt('203.0.113.5'));
  });

  test('a correct password resets the attempts', async () => {
    const limits = startedLimits(current.store.limiterOf);
    for (let round = 0; round < 3; round++) {
      await guess(
        limits,
        9,
        () => 'ada@example.com',
        () => '203.0.113.5',
      );
      const succeeded = await limits.beforeLogin('ada@example.com', clientAt('203.0.113.5'));
      await succeeded();
    }
  });

  test('a hundred attempts from one address slow down its other logins but lock out no one', async () => {
    const limits = startedLimits(current.store.limiterOf);
    await timed(
      current.store,
      guess(
        limits,
        110,
        (n) => `${n}@example.com`,
        () => '203.0.113.5',
      ),
    );
    expect(
      await timed(current.store, limits.beforeLogin('ada@example.com', clientAt('203.0.113.5'))),
    ).toBeLessThanOrEqual(10_000);
  });

  test('logins beyond the queue are refused for a few seconds', async () => {
    const limits = startedLimits(current.store.limiterOf);
    await guess(
      limits,
      100,
      (n) => `${n}@example.com`,
      () => '203.0.113.5',
    );
    const attempts = Array.from({ length: 30 }, (_, n) =>
      limits.beforeLogin(`late-${n}@example.com`, clientAt('203.0.113.5')),
    );
    const settled = Promise.allSettled(attempts);
    await timed(current.store, settled);
    const logins = await settled;
    const refused = logins.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(25);
    for (const login of refused) {
      expect(login).toMatchObject({ reason: refusal('too_many_attempts') });
      expect(login).toMatchObject({ reason: { details: { retryAfterSeconds: 5 } } });
    }
  });

  test('an IPv6 /64 network counts as one address', async () => {
    const limits = startedLimits(current.store.limiterOf);
    await guess(
      limits,
      10,
      () => 'ada@example.com',
      (n) => `2001:db8:1:2::${n + 1}`,
    );
    await expect(limits.beforeLogin('ada@example.com', clientAt('2001:db8:1:2:ffff::1'))).rejects.toThrow(/15 minutes/);
    await limits.beforeLogin('ada@example.com', clientAt('2001:db8:1:3::1'));
  });

  test('nothing is limited when rate limits are off', async () => {
    const limits = startedLimits(current.store.limiterOf, false);
    await guess(
      limits,
      500,
      () => 'ada@example.com',
      () => '203.0.113.5',
    );
    for (let n = 0; n < 500; n++) await limits.beforeRegistration('203.0.113.5');
  });
});
