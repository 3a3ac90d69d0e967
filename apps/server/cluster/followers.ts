/**
 * Measures what ten thousand open activity streams cost three servers: how long after an admin's change they receive it, and how
 * much memory each takes. Run with `npm run bench:followers`; docs/scale.md has the figures.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createShopClient } from '@lantern/api';
import { SessionAdapter } from '@lantern/api/sessions/session-adapter';
import { Database } from '@lantern/db/database';
import { User } from '@lantern/db/models/user';
import { Follower } from '../bench/follower.ts';
import { markdownTable } from '../bench/markdown-table.ts';
import { percentile } from '../bench/report.ts';
import { residentMb } from '../bench/store-process.ts';
import { adminLogin, type ServerProcess } from '../src/testing/server-process.ts';
import { startParts } from './parts.ts';

/** As many as a user may have. */
const STREAMS_PER_ADMIN = 5;
const CHANGES = 50;
const PAUSE_MS = 1000;
const SETTLE_MS = 5000;

const { values } = parseArgs({ options: { followers: { type: 'string', default: '10000' } } });
const say = (text: string) => console.error(text);
process.setMaxListeners(50);

await using parts = await startParts({ port: 0, env: { LOG_LEVEL: 'error' }, say });
await using database = Database.open(parts.databaseUrl);
const sessions = new SessionAdapter(database);
const admins = Math.ceil(Number(values.followers) / STREAMS_PER_ADMIN);

/** An admin who has logged in; returns their cookie. To hash so many passwords would take longer than all that is measured. */
async function newAdmin(n: number): Promise<string> {
  const row = { email: `admin-${n}@example.com`, name: `Admin ${n}`, passwordHash: '-', disabled: false };
  const { id: userId } = await database.transaction(() => User.create({ ...row, role: 'admin' }));
  const id = randomUUID();
  const attributes = { role: 'admin', browser: null, system: null, device: null } as const;
  await sessions.setSession({ id, userId, expiresAt: new Date(), attributes });
  return `session=${id}`;
}

const client = createShopClient({ url: parts.servers[0]?.url ?? '' });
await client.auth.login.mutate(adminLogin);
const { id } = await client.admin.categories.create.mutate({ name: 'Benchmark' });
const rename = async (count: number, pauseMs: number) => {
  for (let change = 1; change <= count; change++) {
    await client.admin.categories.update.mutate({ id, name: `Benchmark ${count} ${change}` });
    await sleep(pauseMs);
  }
};
// What the first streams and changes load is there whatever their number.
await rename(100, 0);
await sleep(SETTLE_MS);

interface Watched {
  server: ServerProcess;
  before: number;
  followers: Follower[];
}

const watched: Watched[] = parts.servers.map((server) => ({ server, before: residentMb(server), followers: [] }));
for (let n = 0; n < admins; n++) {
  const { server, followers } = watched[n % watched.length] ?? {};
  if (!server || !followers) break;
  const cookie = await newAdmin(n);
  for (let stream = 0; stream < STREAMS_PER_ADMIN; stream++) followers.push(await Follower.open(server.url, cookie));
  if (n % 200 === 199) say(`${(n + 1) * STREAMS_PER_ADMIN} follow`);
}
await sleep(SETTLE_MS);
await rename(CHANGES, PAUSE_MS);
await sleep(SETTLE_MS);

console.log(
  markdownTable(
    ['server', 'followers', 'arrival p50, ms', 'p99, ms', 'incomplete', 'memory, MB', 'KB each'],
    watched.map(({ server, before, followers }, n) => {
      const waits = followers.flatMap((follower) => follower.waits).sort((a, b) => a - b);
      const incomplete = followers.filter((follower) => follower.waits.length !== CHANGES).length;
      const after = residentMb(server);
      return [
        ...[n === 0 ? 'that of the change' : 'another', String(followers.length)],
        ...[percentile(waits, 0.5), percentile(waits, 0.99)].map((wait) => wait.toFixed(0)),
        ...[String(incomplete), after.toFixed(0), ((1024 * (after - before)) / followers.length).toFixed(1)],
      ];
    }),
  ),
);
process.exit(0);
