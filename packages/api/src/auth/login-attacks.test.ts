import { expect, test } from 'vitest';
import { onEachStore, timed } from '../testing/limit-store.ts';
import { clientAt, startedLimits } from '../testing/limited-client.ts';
import { MAX_WAITING_IN_ALL } from './fair-queue.ts';
import type { LoginLimits } from './login-limits.ts';
import { MailLimits } from './mail-limits.ts';

/* Who guesses must lock out neither the owner of the account nor the neighbours behind the same address. */

const ada = 'ada@example.com';
const office = '203.0.113.5';

async function logIn(limits: LoginLimits, email: string, client: ReturnType<typeof clientAt>) {
  const succeeded = await limits.beforeLogin(email, client);
  await succeeded();
  return client;
}

/** A guess that never hits; returns whether it was let through to the check of the password. */
function guess(limits: LoginLimits, email: string, client = clientAt(office)): Promise<boolean> {
  return limits.beforeLogin(email, client).then(
    () => true,
    () => false,
  );
}

onEachStore((current) => {
  /** Addresses of a botnet that guesses Ada's password, each so many times in a second, for a minute. */
  async function botnet(limits: LoginLimits, addresses: number, seconds: number): Promise<number> {
    const guesses: Promise<boolean>[] = [];
    for (let second = 0; second < seconds; second++) {
      for (let n = 0; n < addresses; n++) guesses.push(guess(limits, ada, clientAt(`198.51.${n >> 8}.${n & 255}`)));
      await current.store.elapse(1000);
    }
    await current.store.elapse(10_000);
    return (await Promise.all(guesses)).filter(Boolean).length;
  }

  test('a botnet on one mailbox gets two guesses a second, and its owner in at once where they were before', async () => {
    const limits = startedLimits(current.store.limiterOf);
    const home = await logIn(limits, ada, clientAt('192.0.2.1'));
    const start = Date.now();
    const attack = botnet(limits, 500, 9);
    for (let second = 0; second < 5; second++) {
      await current.store.elapse(500);
      const before = Date.now();
      await logIn(limits, ada, home);
      // Less than one turn of those who wait.
      expect(Date.now() - before).toBeLessThan(500);
      await current.store.elapse(500);
    }
    await current.store.elapse(15_000);
    // Fifty are free, then two a second pass.
    const passed = await attack;
    expect(passed).toBeLessThanOrEqual(50 + (2 * (Date.now() - start)) / 1000);
  });

  test('on a new device the owner passes the bots that have been here before, and is slowed, not locked out', async () => {
    const limits = startedLimits(current.store.limiterOf);
    await botnet(limits, 60, 2);
    const again = Array.from({ length: 60 }, (_, n) => guess(limits, ada, clientAt(`198.51.0.${n}`)));
    expect(await timed(current.store, logIn(limits, ada, clientAt('192.0.2.77')))).toBeLessThanOrEqual(500);
    await timed(current.store, Promise.all(again));
    expect((await Promise.all(again)).filter(Boolean).length).toBeLessThan(11);
  });

  test('a guesser in the office, at one account or at many, does not keep neighbours from logging in', async () => {
    const limits = startedLimits(current.store.limiterOf);
    const desks = await Promise.all(
      Array.from({ length: 20 }, (_, n) => logIn(limits, `neighbour-${n}@example.com`, clientAt(office))),
    );
    // As fast as they can: far more than may wait.
    const guesses = Array.from({ length: 2000 }, (_, n) => guess(limits, `${n % 700}@example.com`));
    const before = Date.now();
    for (const [n, desk] of desks.entries()) await logIn(limits, `neighbour-${n}@example.com`, desk);
    expect(Date.now() - before).toBe(0);
    await current.store.elapse(10_000);
    await timed(current.store, Promise.all(guesses));
    // On a new device they wait with the guesser.
    const more = Array.from({ length: 5 }, (_, n) => guess(limits, `more-${n}@example.com`));
    expect(await timed(current.store, logIn(limits, 'neighbour-3@example.com', clientAt(office)))).toBeLessThanOrEqual(
      3000,
    );
    await timed(current.store, Promise.all(more));
  });

  test('what an exhausted address is refused counts for no account: it blocks nobody there, and takes no memory', async () => {
    const limits = startedLimits(current.store.limiterOf);
    for (let n = 0; n < 100; n++) await guess(limits, `${n}@example.com`);
    const waiting = Array.from({ length: 10 }, (_, n) => guess(limits, `more-${n}@example.com`));
    for (let n = 0; n < 20; n++) expect(await guess(limits, ada)).toBe(false);
    await current.store.elapse(10_000);
    await timed(current.store, Promise.all(waiting));
    expect(await Promise.all(waiting)).not.toContain(false);
    expect(await timed(current.store, logIn(limits, ada, clientAt(office)))).toBeLessThanOrEqual(500);
  });

  test('guessers at many addresses do not take all places of those who wait, nor the only one of an office', async () => {
    const limits = startedLimits(current.store.limiterOf);
    const addresses = Array.from({ length: 12 }, (_, n) => `198.51.100.${n}`);
    for (const ip of [...addresses, office]) {
      for (let n = 0; n < 100; n++) await guess(limits, `${n} ${ip}`, clientAt(ip));
    }
    let waiting = 0;
    const guesses = addresses.flatMap((ip) =>
      Array.from({ length: 10 }, async (_, n) => {
        waiting += 1;
        await guess(limits, `${n} ${ip}`, clientAt(ip));
        waiting -= 1;
      }),
    );
    const owner = logIn(limits, ada, clientAt(office));
    await current.store.elapse(0);
    expect(waiting).toBeLessThan(MAX_WAITING_IN_ALL);
    expect(await timed(current.store, owner)).toBeLessThanOrEqual(500);
    await timed(current.store, Promise.all(guesses));
  });

  test('who guesses a colleague’s account from the same address blocks themselves, not the colleague', async () => {
    const limits = startedLimits(current.store.limiterOf);
    const desk = await logIn(limits, ada, clientAt(office));
    for (let n = 0; n < 30; n++) await guess(limits, ada);
    expect(await guess(limits, ada)).toBe(false);
    await logIn(limits, ada, desk);
    expect(await guess(limits, ada), 'a login does not free the guesser').toBe(false);
    // A link mailed to Ada lets a new device in.
    const phone = clientAt(office);
    await limits.remember(ada, phone);
    await logIn(limits, ada, phone);
  });

  test('a stolen device cookie is good for ten guesses, and takes none from its owner', async () => {
    const limits = startedLimits(current.store.limiterOf);
    const home = await logIn(limits, ada, clientAt('192.0.2.1'));
    const thief = clientAt('198.51.100.9', new Map(home.jar));
    await logIn(limits, ada, home);
    const passed: boolean[] = [];
    for (let n = 0; n < 40; n++) passed.push(await guess(limits, ada, thief));
    // Ten with the cookie, then ten as any stranger.
    expect(passed.filter(Boolean)).toHaveLength(20);
    expect(await limits.isKnown(ada, thief)).toBe(false);
    expect(await limits.isKnown(ada, home)).toBe(true);
    await logIn(limits, ada, home);
  });

  test('a device cookie survives a restart, is for one account only, and cannot be made up', async () => {
    const home = await logIn(startedLimits(current.store.limiterOf), ada, clientAt('192.0.2.1'));
    const restarted = startedLimits(current.store.limiterOf);
    expect(await restarted.isKnown(ada, home)).toBe(true);
    expect(await restarted.isKnown('mira@example.com', home)).toBe(false);
    const [token = ''] = home.jar.values();
    const other = (letter = '') => (letter === 'A' ? 'B' : 'A');
    const first = other(token[0]) + token.slice(1);
    const last = token.slice(0, -2) + other(token.at(-2)) + token.slice(-1);
    for (const forged of ['', 'x', token.slice(1), first, last, '~'.repeat(5000)])
      expect(await restarted.isKnown(ada, clientAt('192.0.2.1', new Map([['device', forged]])))).toBe(false);
  });

  test('a browser that a household shares knows the last five accounts', async () => {
    const limits = startedLimits(current.store.limiterOf);
    const family = clientAt('192.0.2.1');
    for (let n = 0; n < 7; n++) await logIn(limits, `${n}@example.com`, family);
    await logIn(limits, '6@example.com', family);
    const known = await Promise.all(Array.from({ length: 7 }, (_, n) => limits.isKnown(`${n}@example.com`, family)));
    expect(known).toEqual([false, false, true, true, true, true, true]);
    expect(family.jar.get('device')).not.toContain('example');
  });

  test('hundreds of registrations from one address slow down those that follow, and refuse only what cannot wait', async () => {
    const limits = startedLimits(current.store.limiterOf);
    for (let n = 0; n < 300; n++) await limits.beforeRegistration(office);
    expect(await timed(current.store, limits.beforeRegistration(office))).toBe(5000);
    const crowd = Array.from({ length: 8 }, () => limits.beforeRegistration(office));
    const settled = Promise.allSettled(crowd);
    await current.store.elapse(30_000);
    const refused = (await settled).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject({ reason: { code: 'TOO_MANY_REQUESTS', details: { retryAfterSeconds: 25 } } });
    await limits.beforeRegistration('203.0.113.6');
  });

  test('a hundred links asked for at one address slow down its people, but not in the browsers that know them', async () => {
    const limits = new MailLimits(true, current.store.limiterOf);
    for (let n = 0; n < 100; n++) await limits.beforeLink('password_reset', `${n}@example.com`, office);
    await limits.beforeLink('password_reset', ada, office, true);
    expect(await timed(current.store, limits.beforeLink('password_reset', ada, office))).toBe(5000);
    for (let n = 0; n < 3; n++) await limits.beforeLink('password_reset', ada, '198.51.100.9');
    await expect(limits.beforeLink('password_reset', ada, office, true), 'a mailbox gets five').rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      details: { retryAfterSeconds: expect.any(Number) },
    });
  });

  test('links that an exhausted address is refused do not count for the mailbox, which has got none', async () => {
    const limits = new MailLimits(true, current.store.limiterOf);
    for (let n = 0; n < 100; n++) await limits.beforeLink('password_reset', `${n}@example.com`, office);
    const waiting = Array.from({ length: 5 }, (_, n) =>
      limits.beforeLink('password_reset', `more-${n}@example.com`, office),
    );
    for (let n = 0; n < 5; n++)
      await expect(limits.beforeLink('password_reset', ada, office)).rejects.toThrow('Too many');
    await limits.beforeLink('password_reset', ada, '198.51.100.9');
    await current.store.elapse(30_000);
    await timed(current.store, Promise.all(waiting));
  });
});
