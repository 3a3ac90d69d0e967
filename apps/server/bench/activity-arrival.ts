/**
 * Measures the time from an admin's change to its arrival at 200 subscribers, in milliseconds: half of them on the
 * server that made the change, half on another one, which polls twice a second. Run with `npm run bench:activity`.
 */
import { createShopClient } from '@lantern/api';
import { hashPassword } from '@lantern/api/auth/passwords';
import { User } from '@lantern/db/models/user';
import { openTestDatabase } from '@lantern/db/testing/test-database';
import { startMariadb } from '../../../scripts/lib/mariadb.mjs';
import { startServer } from '../src/testing/server-process.ts';
import { percentile } from './report.ts';

const ADMINS = 40;
const STREAMS_PER_ADMIN = 5;
const CHANGES = 200;
const PAUSE_MS = 100;
const PASSWORD = 'correct horse';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const emailOf = (n: number) => `admin-${n}@example.com`;

async function logIn(url: string, n: number) {
  const client = createShopClient({ url });
  await client.auth.login.mutate({ email: emailOf(n), password: PASSWORD });
  return client;
}

function report(name: string, waits: number[]): void {
  const sorted = [...waits].sort((a, b) => a - b);
  const [p50, p99] = [percentile(sorted, 0.5), percentile(sorted, 0.99)];
  console.log(`${name}: ${sorted.length} arrivals, p50 ${p50} ms, p99 ${p99} ms`);
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
  await using same = await startServer(opened.url);
  await using other = await startServer(opened.url);
  const waits = { same: [] as number[], other: [] as number[] };
  const subscriptions = [];
  for (let n = 0; n < ADMINS; n++) {
    const server = n % 2 === 0 ? 'same' : 'other';
    const client = await logIn(server === 'same' ? same.url : other.url, n);
    for (let stream = 0; stream < STREAMS_PER_ADMIN; stream++) {
      // `at` is set just before the commit, so this is slightly more than the time from commit to arrival.
      const onData = ({ data }: { data: { at: string } }) => waits[server].push(Date.now() - Date.parse(data.at));
      subscriptions.push(client.admin.activity.stream.subscribe({}, { onData }));
    }
  }
  const admin = await logIn(same.url, 0);
  const { id } = await admin.admin.categories.create.mutate({ name: 'Benchmark' });
  await pause(3000);
  waits.same.length = 0;
  waits.other.length = 0;
  for (let change = 1; change <= CHANGES; change++) {
    await admin.admin.categories.update.mutate({ id, name: `Benchmark ${change}` });
    await pause(PAUSE_MS);
  }
  await pause(2000);
  report('On the server that made the change', waits.same);
  report('On another server', waits.other);
  for (const subscription of subscriptions) subscription.unsubscribe();
}
await stop();
process.exit(0);
