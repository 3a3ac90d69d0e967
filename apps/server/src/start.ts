import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { activityHead } from '@lantern/api/activity/service';
import type { CatalogModel } from '@lantern/api/catalog/model/model';
import { openModel } from '@lantern/api/catalog/model/open';
import { areHolidaysKnown } from '@lantern/api/delivery/holidays';
import { MediaStoreError } from '@lantern/api/images/store/media-store';
import { FileTransport } from '@lantern/api/outbox/file-transport';
import { PostTransport } from '@lantern/api/outbox/post-transport';
import { SmtpTransport } from '@lantern/api/outbox/smtp-transport';
import type { MailTransport } from '@lantern/api/outbox/transport';
import { createServices, startServices } from '@lantern/api/services';
import { SharedState } from '@lantern/api/shared-state/shared-state';
import { Database, DatabaseUrlError } from '@lantern/db/database';
import { type FailureKind, failureKindOf } from '@lantern/db/dialect/failure';
import { fileErrorReason, tryFolder } from '@lantern/db/folder';
import { SchemaError } from '@lantern/db/migrate';
import { setCurrency } from '@lantern/text/currency';
import { setImageBase } from '@lantern/text/image-base';
import type { Logger } from 'pino';
import { buildApp } from './app.ts';
import { openOnThread } from './catalog-thread/open.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { startupNotice } from './deployment.ts';
import { createLogger } from './logger.ts';
import { jobsOf, startMaintenance } from './maintenance.ts';
import { openConfiguredMedia } from './media.ts';
import { loadWebApp, type WebApp } from './pages/load.ts';
import { prepare } from './prepare.ts';
import { openPrinting } from './printing-thread/open.ts';
import { createProgress } from './progress.ts';
import { sellerNotice } from './seller.ts';
import type { Signals } from './signals.ts';
import { openTracing } from './tracing/opentelemetry.ts';

/** Longer than a checkout waits for an unresponsive payment provider. */
const DRAIN_MS = 20_000;

/** Ends the process; the message is one sentence that the operator can act on. */
class StartError extends Error {}

/** How many may be waiting for their connection: a crowd. Who finds no room tries again only after a second, then after three. */
const BACKLOG = 4096;

async function start(signals: Signals): Promise<void> {
  const config = readConfig(process.env);
  setCurrency(config.currency);
  setImageBase(config.mediaPublicUrl?.href ?? null);
  if (config.region && !(await areHolidaysKnown(config.region))) {
    throw new ConfigError('SHOP_REGION cannot be used: its public holidays are not known.');
  }
  await ensureFree(config);
  // Before a store is begun in a language that has no pages: it keeps its first one.
  const web = await builtWebApp(config);
  const database = openDatabase(config);
  await database.ping().catch((error: unknown) => {
    throw new StartError(`The database cannot be reached: ${reasonOf(error)}.`);
  });
  const { warn } = console;
  // Sequelize logs failed commits, which would precede the one sentence that explains the failure.
  console.warn = () => undefined;
  const logger = createLogger(config.logLevel);
  const media = await openConfiguredMedia(config, { log: logger });
  const mail = { transport: mailTransport(config), from: config.mail.from };
  await prepare({ database, media }, config, createProgress(process.stdout)).catch(endStart);
  console.warn = warn;
  if (!config.rateLimits) logger.warn('rate limits are off');
  const model = openCatalog(config.catalogDir, logger);
  const services = createServices(database, logger, {
    ...config,
    shared: new SharedState(config.redisUrl, logger),
    media,
    model,
    mail,
    print: openPrinting(),
    storeUrl: storeUrl(config, config.port),
  });
  const open = await startServices(services).catch(endStart);
  // Asked for now: a store that is open must not end because its log cannot be read.
  const { seq, hash } = await activityHead().catch(endStart);
  const { mediaPublicUrl, deployment, drainNoticeMs, metricsToken } = config;
  const tracing = config.tracing && (await openTracing(config.tracing));
  const app = await buildApp({
    ...{ services, open, logger, media, mediaPublicUrl, web },
    ...{ deployment, drainNoticeMs, metricsToken, tracing },
  });
  const url = await app.listen({ ...config, backlog: BACKLOG }).catch((error: unknown) => {
    throw cannotListen(config, error);
  });
  // Only now is it known which port an arbitrary one is.
  if (config.port === 0) services.storeUrl = storeUrl(config, new URL(url).port);
  app.acceptors.open().catch((err: unknown) => logger.warn({ err }, 'connections are accepted one at a time'));
  services.search.load().catch((err: unknown) => logger.error({ err }, 'the search index could not be loaded'));
  console.log(`\n  Lantern is open: ${config.pagesUrl ?? url}`);
  for (const notice of [startupNotice(config), sellerNotice(config.seller)]) {
    if (notice) console.log(`  ${notice}`);
  }
  console.log(`  Activity log: ${seq} entries, head ${hash}\n`);
  const maintenance = startMaintenance(jobsOf(services), logger);
  const drain = async () => {
    // Closes connections that are still open by then, and exits even if the database hangs.
    setTimeout(() => {
      logger.warn('closing the connections that are still open');
      app.server.closeAllConnections();
    }, drainNoticeMs + DRAIN_MS).unref();
    setTimeout(() => process.exit(1), drainNoticeMs + DRAIN_MS + 5000).unref();
    // Running maintenance jobs still need the database.
    await Promise.all([app.close(), maintenance.stop()]);
    await open[Symbol.asyncDispose]();
    await tracing?.close();
    await database.close();
    process.exit(0);
  };
  signals.replace(() => void drain());
}

function openDatabase({ databaseUrl, replicaUrls }: Config): Database {
  try {
    return Database.open(databaseUrl, { replicaUrls });
  } catch (error) {
    const why = error instanceof DatabaseUrlError ? error.message : `${reasonOf(error)}.`;
    throw new StartError(`DATABASE_URL cannot be used: ${why}`);
  }
}

function mailTransport({ mail: { smtpUrl, folder }, anchor: { recipient } }: Config): MailTransport {
  const mails = smtpUrl ? new SmtpTransport(smtpUrl) : new FileTransport(usable(folder));
  return recipient && URL.canParse(recipient) ? new PostTransport(recipient, mails) : mails;
}

/** The folder for mails: without it, orders would wait for theirs unnoticed. */
function usable(folder: string): string {
  try {
    tryFolder(folder);
    return folder;
  } catch (error) {
    const why = fileErrorReason(error) ?? reasonOf(error);
    throw new StartError(`Mails cannot be left in ${folder}: ${why} (set MAIL_DIR to another folder, or SMTP_URL).`);
  }
}

/** The origin that the links of mails lead to. */
function storeUrl({ deployment, pagesUrl }: Config, port: number | string): string {
  const { origin } = new URL(deployment.publicUrl ?? pagesUrl ?? `http://localhost:${port}`);
  return origin;
}

/** Without a folder that can be written to, the catalogue is read from the database. */
function openCatalog(folder: string, logger: Logger): CatalogModel | undefined {
  try {
    return openModel(folder, (path) => openOnThread(path));
  } catch (error) {
    logger.warn({ err: error }, `the catalogue cannot be kept in ${folder} (set CATALOG_DIR to another folder)`);
    return undefined;
  }
}

const failureMessages: Record<FailureKind, string> = {
  busy: 'The database is in use by another program',
  storage: 'The database cannot be written to',
  unavailable: 'The database cannot be reached',
};

/** Throws errors that the operator can fix as one sentence, other errors unchanged. */
function endStart(error: unknown): never {
  const kind = failureKindOf(error);
  if (kind) throw new StartError(`${failureMessages[kind]}: ${innermost(error)}.`);
  if (error instanceof SchemaError || error instanceof MediaStoreError) throw new StartError(error.message);
  throw error;
}

/** The message of the original error, without errors wrapped around it. */
function innermost(error: unknown): string {
  return error instanceof Error && error.cause instanceof Error ? innermost(error.cause) : reasonOf(error);
}

/** The built web app; null if it is not built, or while Vite serves the pages. */
async function builtWebApp({ pagesUrl, languages, currency, mediaPublicUrl }: Config): Promise<WebApp | null> {
  const folder = fileURLToPath(new URL('../../web/dist', import.meta.url));
  if (pagesUrl || !existsSync(folder)) return null;
  const web = await loadWebApp(folder, { currency, images: mediaPublicUrl });
  const unknown = languages.find((code) => !web.renderer.languages.includes(code));
  if (unknown) {
    const known = web.renderer.languages.join(', ');
    throw new StartError(`LANGUAGES cannot be used: there are no pages in ${unknown}, only in ${known}.`);
  }
  return web;
}

/** Checks the port before the slow part of the start, so that a taken port is reported at once. */
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

/** Starts the store, which a signal drains once it is open; or says why it cannot be started, and ends. */
export async function startOrSayWhy(signals: Signals): Promise<void> {
  try {
    await start(signals);
  } catch (error) {
    const expected = error instanceof StartError || error instanceof ConfigError;
    // Not the whole object, since database errors contain their SQL.
    if (error instanceof Error) console.error(expected ? error.message : error.stack);
    else console.error(error);
    process.exit(1);
  }
}
