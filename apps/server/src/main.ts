import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { activityHead } from '@lantern/api/activity/service';
import { createServices, startServices } from '@lantern/api/services';
import { Database, DatabaseUrlError } from '@lantern/db/database';
import { type FailureKind, failureKindOf } from '@lantern/db/dialect/failure';
import { SchemaError } from '@lantern/db/migrate';
import { buildApp } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { jobsOf, startMaintenance } from './maintenance.ts';
import { remarkOn } from './place.ts';
import { MediaDirError, prepare } from './prepare.ts';
import { progressOn } from './progress.ts';

/** Longer than a checkout waits for a silent payment provider. */
const DRAIN_MS = 20_000;

/** Ends the process with one sentence that a person can act on. */
class StartError extends Error {}

async function start(): Promise<void> {
  // Until the shop is open there is nothing to bring to an end.
  const ending = onSignal(() => process.exit(0));
  const config = readConfig(process.env);
  await ensureFree(config);
  const database = openDatabase(config.databaseUrl);
  await database.ping().catch((error: unknown) => {
    throw new StartError(`The database cannot be reached: ${reasonOf(error)}.`);
  });
  const tell = console.warn;
  // Sequelize's own words for a commit that fails, which would stand above the sentence that tells why.
  console.warn = () => undefined;
  await prepare(database, config, progressOn(process.stdout)).catch((error: unknown) => {
    throw cannotPrepare(error);
  });
  console.warn = tell;
  const logger = createLogger(config.logLevel);
  if (!config.rateLimits) logger.warn('rate limits are off');
  const services = createServices(database, logger, config);
  const open = await startServices(services);
  const { mediaDir, place } = config;
  const app = await buildApp({ services, open, logger, mediaDir, webDir: builtWebApp(config), place });
  const url = await app.listen(config).catch((error: unknown) => {
    throw cannotListen(config, error);
  });
  services.search.load().catch((err: unknown) => logger.error({ err }, 'the search index could not be loaded'));
  console.log(`\n  Lantern is open: ${config.pagesUrl ?? url}`);
  const remark = remarkOn(config);
  if (remark) console.log(`  ${remark}`);
  const { seq, hash } = await activityHead();
  console.log(`  Activity log: ${seq} entries, head ${hash}\n`);
  const maintenance = startMaintenance(jobsOf(services), logger);
  const drain = async () => {
    // Whoever is not done by then is cut off; and a database that hangs shall not keep this process for ever.
    setTimeout(() => {
      logger.warn('requests that are still open are cut off');
      app.server.closeAllConnections();
    }, DRAIN_MS).unref();
    setTimeout(() => process.exit(1), DRAIN_MS + 5000).unref();
    // What is being reconciled must not lose its database half way.
    await Promise.all([app.close(), maintenance.stop()]);
    await open[Symbol.asyncDispose]();
    await database.close();
    process.exit(0);
  };
  ending.replace(() => void drain());
}

/**
 * Has a signal to end call `stop`, or what replaces it later. Ctrl+C comes from the terminal and once
 * more from whoever has started this process: only the first one counts. The listeners stay the same
 * ones all along, since a signal that comes while they change would be lost.
 */
function onSignal(stop: () => void): { replace(next: () => void): void } {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (!stopping) stop();
      stopping = true;
    });
  }
  return {
    replace(next) {
      stop = next;
    },
  };
}

function openDatabase(url: string): Database {
  try {
    return Database.open(url);
  } catch (error) {
    const why = error instanceof DatabaseUrlError ? error.message : `${reasonOf(error)}.`;
    throw new StartError(`DATABASE_URL cannot be used: ${why}`);
  }
}

const cannot: Record<FailureKind, string> = {
  busy: 'The database is in use by another program',
  storage: 'The database cannot be written to',
  unavailable: 'The database cannot be reached',
};

/** What a person can do something about becomes one sentence; anything else stays what it is. */
function cannotPrepare(error: unknown): unknown {
  const kind = failureKindOf(error);
  if (kind) return new StartError(`${cannot[kind]}: ${innermost(error)}.`);
  if (error instanceof SchemaError || error instanceof MediaDirError) return new StartError(error.message);
  return error;
}

/** The database's own words, without what was wrapped around them. */
function innermost(error: unknown): string {
  return error instanceof Error && error.cause instanceof Error ? innermost(error.cause) : reasonOf(error);
}

/** Next to the bundle in a build; missing while Vite serves the pages itself. */
function builtWebApp({ pagesUrl }: Config): string | null {
  const folder = fileURLToPath(new URL('../../web/dist', import.meta.url));
  return pagesUrl || !existsSync(folder) ? null : folder;
}

/** Looked at before the long part of a start, so that a taken port is told at once. */
async function ensureFree({ port, host }: Config): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen(port, host), 'listening');
  } catch (error) {
    throw cannotListen({ port, host }, error);
  } finally {
    probe.close();
  }
}

function cannotListen({ port, host }: Pick<Config, 'port' | 'host'>, error: unknown): StartError {
  return new StartError(`The store cannot listen on ${host}:${port}: ${reasonOf(error)}.`);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') return 'the port is taken (set PORT to another one)';
  return error.message || error.name;
}

start().catch((error: unknown) => {
  const expected = error instanceof StartError || error instanceof ConfigError;
  // Not the whole object: a database error carries its SQL along.
  if (error instanceof Error) console.error(expected ? error.message : error.stack);
  else console.error(error);
  process.exit(1);
});
