import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { activityHead } from '@lantern/api/activity/service';
import { reconcile } from '@lantern/api/checkout/reconcile';
import type { Shop } from '@lantern/api/context';
import { createShop, openShop } from '@lantern/api/shop';
import { Database, DatabaseUrlError } from '@lantern/db/database';
import { buildApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { prepare } from './prepare.ts';
import { progressOn } from './progress.ts';

const HOUSEKEEPING_MS = 30_000;

/** Ends the process with one sentence that a person can act on. */
class StartError extends Error {}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const database = openDatabase(config.databaseUrl);
  const progress = progressOn(process.stdout);
  await database.ping().catch((error: unknown) => {
    throw new StartError(`The database cannot be reached: ${reasonOf(error)}.`);
  });
  const firstAdmin = await prepare(database, config, progress);
  const logger = createLogger(config.logLevel);
  if (!config.rateLimits) logger.warn('rate limits are off');
  const shop = createShop(database, logger, { rateLimits: config.rateLimits });
  const open = await openShop(shop);
  const app = await buildApp({ shop, open, logger, mediaDir: config.mediaDir, webDir: builtWebApp() });
  const url = await app.listen({ port: config.port, host: config.host }).catch((error: unknown) => {
    throw new StartError(`The shop cannot listen on ${config.host}:${config.port}: ${reasonOf(error)}.`);
  });
  void shop.search.load();
  console.log(`\n  Lantern is open: ${url}`);
  if (firstAdmin) {
    const password = firstAdmin.password
      ? `password ${firstAdmin.password}  (shown this once)`
      : 'the password you set';
    console.log(`  Admin: ${firstAdmin.email}, ${password}`);
  }
  const { seq, hash } = await activityHead();
  console.log(`  Activity log: ${seq} entries, head ${hash}\n`);
  const housekeeping = setInterval(() => void keepHouse(shop), HOUSEKEEPING_MS);
  const drain = async () => {
    clearInterval(housekeeping);
    await app.close();
    await open[Symbol.asyncDispose]();
    await database.close();
    process.exit(0);
  };
  process.once('SIGTERM', drain);
  process.once('SIGINT', drain);
}

/** What nobody waits for: payments that a crash left open, sessions that have run out. */
async function keepHouse(shop: Shop): Promise<void> {
  try {
    await reconcile(shop);
    await shop.sessions.sweep();
  } catch (error) {
    shop.log.error({ err: error }, 'housekeeping failed');
  }
}

function openDatabase(url: string): Database {
  try {
    return Database.open(url);
  } catch (error) {
    if (error instanceof DatabaseUrlError) throw new StartError(`DATABASE_URL cannot be used: ${error.message}`);
    throw error;
  }
}

/** Next to the bundle in a build; missing while Vite serves the pages itself. */
function builtWebApp(): string | null {
  const folder = fileURLToPath(new URL('../../web/dist', import.meta.url));
  return process.env.WEB_DEV || !existsSync(folder) ? null : folder;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') return 'the port is taken (set PORT to another one)';
  return error.message || error.name;
}

start().catch((error: unknown) => {
  const expected = error instanceof StartError || error instanceof ConfigError;
  // Not the whole object: a database error carries its SQL along.
  console.error(
    expected || !(error instanceof Error) ? String(error instanceof Error ? error.message : error) : error.stack,
  );
  process.exit(1);
});
