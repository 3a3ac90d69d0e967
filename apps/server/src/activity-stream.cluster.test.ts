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
 * Three servers on one database, four admins who change things at once, twenty followers who drop and
 * resume at random, and one server that dies in the middle: everybody must see every entry, once, in
 * order, and the chain must hold.
 */

const ENTRIES = soak(200, 10_000);
const ADMINS = 4;
const FOLLOWERS = soak(8, 20);
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

/** An admin at work: renames a category of their own, at one server after the other; a dead one is passed over. */
async function changeThings(clients: Client[], n: number, signal: AbortSignal): Promise<void> {
  const [client] = clients;
  if (!client) return;
  const { id } = await client.admin.categories.create.mutate({ name: `Category ${n}` });
  for (let round = 1; !signal.aborted; round++) {
    const at = clients[between(0, clients.length)];
    await at?.admin.categories.update.mutate({ id, name: `Category ${n}, ${round}` }).catch(() => pause(20));
  }
}

/** One follower: takes up where it left off, at any of the servers, until it has seen everything. */
class Follower {
  last = 0;
  drops = 0;
  /** The first number that was not the next one. */
  wrong: number | null = null;

  async follow(clients: Client[]): Promise<void> {
    while (this.last < ENTRIES && this.wrong === null) {
      await this.#followUntilTired(clients[between(0, clients.length)]);
      this.drops += 1;
      await pause(between(0, 300));
    }
  }

  /** Ends after some entries or some time, or when the server refuses. */
  #followUntilTired(client: Client | undefined): Promise<void> {
    const tiredAt = Math.min(ENTRIES, this.last + between(ENTRIES / 50, ENTRIES / 4));
    return new Promise((resolve) => {
      const subscription = client?.admin.activity.stream.subscribe(
        { lastEventId: String(this.last) },
        {
          onData: ({ data: { seq } }) => {
            if (this.last >= tiredAt) return;
            if (seq !== this.last + 1) this.wrong ??= seq;
            this.last = seq;
            if (this.last >= tiredAt || this.wrong !== null) leave();
          },
          onError: () => leave(),
          onComplete: () => leave(),
        },
      );
      const patience = setTimeout(() => leave(), between(2000, 8000));
      const leave = () => {
        clearTimeout(patience);
        subscription?.unsubscribe();
        resolve();
      };
    });
  }
}

test('hundreds of entries reach every follower once and in order, though a server is killed', async () => {
  await using opened = await openTestDatabase();
  const passwordHash = await hashPassword(PASSWORD);
  await opened.database.transaction(async () => {
    for (let n = 0; n < ADMINS; n++) {
      await User.create({ email: emailOf(n), name: `Admin ${n}`, passwordHash, role: 'admin', disabled: false });
    }
  });
  await using first = await startServer(opened.url);
  await using second = await startServer(opened.url);
  const doomed = await startServer(opened.url);
  const urls = [first, second, doomed].map(({ url }) => url);
  const clients: Client[][] = [];
  for (let n = 0; n < ADMINS; n++) clients.push(await Promise.all(urls.map((url) => logIn(url, n))));

  const done = new AbortController();
  const followers = Array.from({ length: FOLLOWERS }, () => new Follower());
  const following = followers.map((follower, n) => follower.follow(clients[n % ADMINS] ?? []));
  const changing = clients.map((own, n) => changeThings(own, n, done.signal));
  const head = async () => (await activityHead()).seq;

  while ((await head()) < KILL_AT) await pause(100);
  await doomed.kill();
  await pause(1000);
  await using _again = await doomed.restart();
  while ((await head()) < ENTRIES) await pause(100);
  done.abort();
  await Promise.all(changing);
  await Promise.all(following);

  expect(followers.map(({ wrong }) => wrong)).toEqual(followers.map(() => null));
  expect(followers.every(({ last }) => last >= ENTRIES)).toBe(true);
  expect(followers.every(({ drops }) => drops > 1)).toBe(true);
  const verdict = await verifyActivity();
  expect(verdict).toEqual({ ok: true, checked: await head(), firstBroken: null });
}, 600_000);
