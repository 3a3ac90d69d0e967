/**
 * Measures what a thousand open activity streams cost a server: how long after an admin's change they receive it, how late
 * the server's event loop is meanwhile, and how much memory each takes. Run with `npm run bench:activity`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { createShopClient } from '@lantern/api';
import { hashPassword } from '@lantern/api/auth/passwords';
import { User } from '@lantern/db/models/user';
import { openTestDatabase } from '@lantern/db/testing/test-database';
import { startMariadb } from '../../../scripts/lib/mariadb.mjs';
import { startServer } from '../src/testing/server-process.ts';
import { Follower } from './follower.ts';
import { percentile } from './report.ts';
import { loopDelay, residentMb, startWatched } from './store-process.ts';

const FOLLOWERS = 1000;
const ON_ANOTHER_SERVER = 50;
/** As many as a user may have. */
const STREAMS_PER_ADMIN = 5;
const ADMINS = FOLLOWERS / STREAMS_PER_ADMIN;
const CHANGES = 100;
const PAUSE_MS = 300;
const PASSWORD = 'correct horse';

const emailOf = (n: number) => `admin-${n}@example.com`;

async function logIn(url: string, n: number): Promise<string> {
  const { headers } = await fetch(`${url}/trpc/auth.login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: emailOf(n), password: PASSWORD }),
  });
  return headers.getSetCookie().join('; ').split(';')[0] ?? '';
}

async function follow(url: string, count: number): Promise<Follower[]> {
  const followers: Follower[] = [];
  for (let n = 0; followers.length < count; n++) {
    const cookie = await logIn(url, n);
    for (let stream = 0; stream < STREAMS_PER_ADMIN; stream++) followers.push(await Follower.open(url, cookie));
  }
  return followers;
}

function report(where: string, followers: Follower[]): void {
  const waits = followers.flatMap((follower) => follower.waits).sort((a, b) => a - b);
  const missed = followers.filter((follower) => follower.waits.length !== CHANGES).length;
  const [p50, p99] = [percentile(waits, 0.5), percentile(waits, 0.99)];
  console.log(`${where}: ${followers.length} followers, p50 ${p50} ms, p99 ${p99} ms, incomplete: ${missed}`);
}

const { url: mariadbUrl, stop } = await startMariadb();
process.env.TEST_DATABASE = 'mariadb';
process.env.TEST_MARIADB_URL = mariadbUrl;
{
  await using opened = await openTestDatabase();
  const passwordHash = await hashPassword(PASSWORD);
  await opened.database.transaction(async () => {
    for (let n = 0; n < ADMINS; n++) {
      await User.create({ email: emailOf(n), name: `Admin ${n}`, passwordHash, role: 'admin', disabled: false });
    }
  });
  await using same = await startWatched(opened.url);
  await using other = await startServer(opened.url);
  const client = createShopClient({ url: same.url });
  await client.auth.login.mutate({ email: emailOf(0), password: PASSWORD });
  const { id } = await client.admin.categories.create.mutate({ name: 'Benchmark' });
  const rename = async (count: number, pauseMs: number) => {
    for (let change = 1; change <= count; change++) {
      await client.admin.categories.update.mutate({ id, name: `Benchmark ${count} ${change}` });
      await sleep(pauseMs);
    }
  };
  // What the first streams and changes load is there whatever their number.
  const warmUp = await follow(same.url, 50);
  await rename(200, 0);
  for (const follower of warmUp) follower[Symbol.dispose]();
  await sleep(3000);
  const before = residentMb(same);
  const followers = await follow(same.url, FOLLOWERS);
  const elsewhere = await follow(other.url, ON_ANOTHER_SERVER);
  await sleep(3000);
  const idle = residentMb(same);
  await loopDelay(same);
  await rename(CHANGES, PAUSE_MS);
  await sleep(1000);
  report('On the server that made the change', followers);
  report('On another server', elsewhere);
  const { p99, max } = await loopDelay(same);
  console.log(`Delay of that server's event loop: p99 ${p99.toFixed(1)}, max ${max.toFixed(1)} ms`);
  const kb = (now: number) => ((1024 * (now - before)) / FOLLOWERS).toFixed(1);
  console.log(`Memory of a follower: ${kb(idle)} KB, after the changes ${kb(residentMb(same))} KB`);
  for (const follower of [...followers, ...elsewhere]) follower[Symbol.dispose]();
}
await stop();
process.exit(0);
