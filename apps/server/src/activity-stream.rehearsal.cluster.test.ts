import { createShopClient } from '@lantern/api';
import { activityHead } from '@lantern/api/activity/service';
import { verifyActivity } from '@lantern/api/activity/verify';
import { hashPassword } from '@lantern/api/auth/passwords';
import { User } from '@lantern/db/models/user';
import { seededRandom } from '@lantern/db/testing/seeded';
import { soak } from '@lantern/db/testing/soak';
import { openTestDatabase } from '@lantern/db/testing/test-database';
import { expect, test } from 'vitest';
import { startServer } from './testing/server-process.ts';

/*
 * Three servers on one database, four admins who make changes concurrently, twenty subscribers that disconnect and
 * resume at random, and one server that is killed: every subscriber must see every entry once and in order, and the
 * hash chain must be intact.
 */

const ENTRIES = soak(200, 10_000);
const ADMINS = 4;
const FOLLOWERS = soak(8, 20);
/** How long one server is dead. */
const DEAD_MS = soak(200, 1000);
const KILL_AT = ENTRIES * 0.4;
const PASSWORD = 'correct horse';

type Client = ReturnType<typeof createShopClient>;

const random = seededRandom();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const between = (least: number, most: number) => least + Math.floor(random() * (most - least));
const emailOf = (n: number) => `admin-${n}@example.com`;

async function logIn(url: string, n: number): Promise<Client> {
  const client = createShopClient({ url });
  await client.auth.login.mutate({ email: emailOf(n), password: PASSWORD });
  return client;
}

/** Renames a category again and again, on random servers; ignores the failures of a killed one. */
async function makeChanges(clients: Client[], n: number, signal: AbortSignal): Promise<void> {
  const [client] = clients;
  if (!client) return;
  const { id } = await client.admin.categories.create.mutate({ name: `Category ${n}` });
  for (let round = 1; !signal.aborted; round++) {
    const at = clients[between(0, clients.length)];
    await at?.admin.categories.update.mutate({ id, name: `Category ${n}, ${round}` }).catch(() => pause(20));
  }
}

/** A subscriber that resumes where it stopped, on any of the servers, until it has seen every entry. */
class Follower {
  last = 0;
  drops = 0;
  /** The first sequence number that was not the next one. */
  unexpected: number | null = null;

  async follow(clients: Client[]): Promise<void> {
    while (this.last < ENTRIES && this.unexpected === null) {
      await this.#followForAWhile(clients[between(0, clients.length)]);
      this.drops += 1;
      await pause(between(0, 300));
    }
  }

  /** Ends after some entries or some time, or when the server refuses. */
  #followForAWhile(client: Client | undefined): Promise<void> {
    const stopAt = Math.min(ENTRIES, this.last + between(ENTRIES / 50, ENTRIES / 4));
    return new Promise((resolve) => {
      const subscription = client?.admin.activity.stream.subscribe(
        { lastEventId: String(this.last) },
        {
          onData: ({ data: { seq } }) => {
            if (this.last >= stopAt) return;
            if (seq !== this.last + 1) this.unexpected ??= seq;
            this.last = seq;
            if (this.last >= stopAt || this.unexpected !== null) stop();
          },
          onError: () => stop(),
          onComplete: () => stop(),
        },
      );
      const timer = setTimeout(() => stop(), between(2000, 8000));
      const stop = () => {
        clearTimeout(timer);
        subscription?.unsubscribe();
        resolve();
      };
    });
  }
}

test('every subscriber receives every entry once and in order, even when a server is killed', async () => {
  await using opened = await openTestDatabase();
  const passwordHash = await hashPassword(PASSWORD);
  await opened.database.transaction(async () => {
    for (let n = 0; n < ADMINS; n++) {
      await User.create({ email: emailOf(n), name: `Admin ${n}`, passwordHash, role: 'admin', disabled: false });
    }
  });
  await using first = await startServer(opened.url);
  const [second, third] = await Promise.all([startServer(opened.url), startServer(opened.url)]);
  await using _second = second;
  const urls = [first, second, third].map(({ url }) => url);
  const clients: Client[][] = [];
  for (let n = 0; n < ADMINS; n++) clients.push(await Promise.all(urls.map((url) => logIn(url, n))));

  const done = new AbortController();
  const followers = Array.from({ length: FOLLOWERS }, () => new Follower());
  const following = followers.map((follower, n) => follower.follow(clients[n % ADMINS] ?? []));
  const changing = clients.map((own, n) => makeChanges(own, n, done.signal));
  const head = async () => (await activityHead()).seq;

  while ((await head()) < KILL_AT) await pause(100);
  await third.kill();
  await pause(DEAD_MS);
  await using _restarted = await third.restart();
  while ((await head()) < ENTRIES) await pause(100);
  done.abort();
  await Promise.all(changing);
  await Promise.all(following);

  expect(followers.map(({ unexpected }) => unexpected)).toEqual(followers.map(() => null));
  expect(followers.every(({ last }) => last >= ENTRIES)).toBe(true);
  expect(followers.every(({ drops }) => drops > 1)).toBe(true);
  expect(await verifyActivity()).toEqual({ ok: true, checked: await head(), firstBroken: null });
}, 600_000);
