/**
 * Measures how long the procedures of the admin side take in a store with a history. Run with `npm run bench:admin`, which
 * fills a database of each kind first; `--url=` measures in one that is filled, and `--only=dashboard` only some calls.
 */
import { parseArgs } from 'node:util';
import { appRouter } from '@lantern/api/router';
import { createServices } from '@lantern/api/services';
import type { AdminApi } from '@lantern/api/testing/admin-services';
import { createCallerFactory } from '@lantern/api/trpc';
import { Database } from '@lantern/db/database';
import { migrate } from '@lantern/db/migrate';
import { fillHistory } from '@lantern/db/testing/history';
import { adminCalls } from './admin-calls.ts';
import { createDatabase } from './database.ts';
import { percentile } from './report.ts';

const WARM_UP = 3;

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The API as an admin, without a session: what a session costs is measured by `npm run bench`. */
function adminOf(database: Database): AdminApi['admin'] {
  const services = createServices(database, quiet, { rateLimits: false });
  const viewer = { id: 1, email: 'admin@example.com', name: 'Admin', role: 'admin', sessionId: '' } as const;
  const cookies = { get: () => undefined, set: () => undefined };
  const context = {
    services,
    requestId: 'bench',
    ip: '127.0.0.1',
    cookies,
    language: 'en',
    viewer: async () => viewer,
  };
  return createCallerFactory(appRouter)(() => context).admin;
}

async function measure(database: Database, rounds: number): Promise<void> {
  for (const [name, call] of await adminCalls(adminOf(database), database)) {
    if (!name.includes(values.only)) continue;
    const times: number[] = [];
    for (let round = -WARM_UP; round < rounds; round++) {
      const started = performance.now();
      await call();
      if (round >= 0) times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    const [p50, p99] = [0.5, 0.99].map((share) => percentile(times, share).toFixed(1));
    console.log(`${database.dialect.name} | ${name} | ${p50} | ${p99}`);
  }
}

const number = (value: string) => Number(value.replaceAll('_', ''));
const { values } = parseArgs({
  options: {
    database: { type: 'string' },
    url: { type: 'string' },
    orders: { type: 'string', default: '1_000_000' },
    products: { type: 'string', default: '100_000' },
    users: { type: 'string', default: '200_000' },
    rounds: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});
const history = {
  orders: number(values.orders),
  products: number(values.products),
  users: number(values.users),
  days: 730,
  seed: number(values.seed),
};
console.log(
  Object.entries(history)
    .map(([what, count]) => `${what} ${count}`)
    .join(', '),
);

/** Fills a database, or opens the one that is given, and measures. */
async function bench(kind: 'sqlite' | 'mariadb'): Promise<void> {
  await using created = values.url ? null : await createDatabase(kind);
  await using database = Database.open(created?.url ?? values.url ?? '');
  await database.exclusively(async () => {
    await migrate(database);
    if (created) await fillHistory(database, history);
  });
  await measure(database, number(values.rounds));
}

for (const kind of ['sqlite', 'mariadb'] as const) {
  if (!values.database || values.database === kind) await bench(kind);
}
process.exit(0);
