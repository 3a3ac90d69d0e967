import { dirname } from 'node:path';
import { HeadSigner } from '@lantern/api/activity/head-signer';
import type { AnchorSettings } from '@lantern/api/activity/send-head';
import { email, password } from '@lantern/api/auth/schema';
import { type MediaPlace, MediaUrlError, readMediaUrl } from '@lantern/api/images/store/media-url';
import type { Seller } from '@lantern/db/models/invoice';
import type { Currency } from '@lantern/text/currency';
import { isDecodable } from '@lantern/text/decodable';
import { knownCurrency } from '@lantern/text/known-currency';
import { z } from 'zod';
import type { Deployment } from './deployment.ts';
import { publicAddress, trustedProxies } from './proxies.ts';
import type { TracingSettings } from './tracing/opentelemetry.ts';

const portError = 'it must be a number from 0 to 65535';
const port = z
  .string()
  .regex(/^\d{1,5}$/, portError)
  .transform(Number)
  .refine((number) => number <= 65_535, portError);

const noticeError = 'it must be a number of milliseconds, at most 60000';
const notice = z
  .string()
  .regex(/^\d{1,5}$/, noticeError)
  .transform(Number)
  .refine((number) => number <= 60_000, noticeError);
/** Longer than two checks of `deploy/haproxy/haproxy.cfg`, one of which may just have been answered. */
const PROXY_NOTICE_MS = 2500;

const seed = z
  .string()
  .regex(/^(demo|none|[1-9]\d{0,6})$/, 'it must be demo, none or a number of products')
  .transform((word) => (word === 'demo' || word === 'none' ? word : Number(word)));

const percentError = 'it must have each % of its user and password written as %25';

const replicasError = 'it must be addresses such as mysql://user:pass@host:port/database, with commas between them';
const replicas = z
  .string()
  .transform((list) => list.split(',').map((url) => url.trim()))
  .pipe(z.array(z.url({ protocol: /^mysql$/, error: replicasError }).regex(/^mysql:\/\/[^/]+\/[^/]+$/, replicasError)))
  .refine((urls) => urls.every(isDecodable), percentError);

const timeZone = z.string().transform((name, context) => {
  try {
    // Names match case-insensitively; this returns the canonical spelling.
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    context.addIssue('it must be a time zone such as Europe/Berlin');
    return z.NEVER;
  }
});

const region = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z\d]{1,3})?$/, 'it must be a country such as DE or a part of one such as DE-BE');

const currency = z.string().transform((code, context) => {
  const known = knownCurrency(code);
  if (!known) context.addIssue('it must be the code of a currency such as EUR or USD');
  return known ?? z.NEVER;
});

const languagesError = 'it must be languages such as en,de, of which the first has paths without a prefix';
const languages = z
  .string()
  .transform((list) => list.split(',').map((code) => code.trim()))
  .pipe(z.array(z.string().regex(/^[a-z]{2,3}$/, languagesError)))
  .refine((codes) => new Set(codes).size === codes.length, 'it must name each language once');

/** The part of an address that programs use, possibly after a name: `Lantern <orders@shop.example>`. */
const sender = z
  .string()
  .refine(
    (given) => email.safeParse(/^[^<>\r\n]*<([^<>]+)>$/.exec(given)?.[1] ?? given).success,
    'it must be an address such as Lantern <orders@shop.example>',
  );
const anchorError = 'it must be https://… without user and password, or mailto:…, with at most 254 characters';
/** As the recipient of a mail: the address alone, or the whole URL. */
const anchor = z
  .string()
  .max(254, anchorError)
  .refine((given) => isAnchor(given), anchorError)
  .transform((given) => (given.startsWith('mailto:') ? given.slice('mailto:'.length) : new URL(given).href));

/** Without encryption, only to this machine. */
function isAnchor(given: string): boolean {
  if (given.startsWith('mailto:')) return email.safeParse(given.slice('mailto:'.length)).success;
  if (!URL.canParse(given)) return false;
  const { protocol, hostname, username, password } = new URL(given);
  // Such an address is never called.
  if (username || password) return false;
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname));
}

const signer = z.string().transform((key, context) => {
  try {
    return new HeadSigner(key);
  } catch {
    context.addIssue('it must be an Ed25519 key as `npm run activity:key` makes one');
    return z.NEVER;
  }
});

const redisError = 'it must look like redis://:password@host:6379 or rediss:';
/** The name of a database is its number. What a query could add are settings of the client. */
const redis = z
  .url({ protocol: /^rediss?$/, error: redisError })
  .regex(/^\w+:\/\/[^/?#]+(\/\d{0,4})?$/, redisError)
  .refine(isDecodable, percentError);

const smtpError = 'it must look like smtp://user:password@host:587';
const smtp = z.url({ protocol: /^smtps?$/, hostname: /./, error: smtpError });

const media = z.string().transform((given, context) => {
  try {
    return readMediaUrl(given);
  } catch (error) {
    if (!(error instanceof MediaUrlError)) throw error;
    context.addIssue(error.message);
    return z.NEVER;
  }
});

const mediaPublicError = 'it must be the address of a CDN, as in https://cdn.example, without ? and #';
const mediaPublic = z
  .url({ protocol: /^https?$/, error: mediaPublicError })
  .transform((given) => new URL(given))
  .refine(({ username, search, hash }) => !username && !search && !hash, mediaPublicError);

/** Text that is printed on invoices. */
const printed = z.string().trim().max(300, 'it must have at most 300 characters');

/** What a header can carry as it is: clients encode other letters in different ways, and drop spaces at the ends. */
const metricsToken = z
  .string()
  .regex(/^[!-~][ -~]{14,}[!-~]$/, 'it must have at least 16 letters, digits and signs of ASCII');

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.string().default('sqlite:.data/lantern.db'),
  DATABASE_REPLICA_URLS: replicas.default([]),
  REDIS_URL: redis.optional(),
  MEDIA_DIR: z.string().default('.data/media'),
  MEDIA_URL: media.optional(),
  MEDIA_PUBLIC_URL: mediaPublic.optional(),
  CATALOG_DIR: z.string().optional(),
  ADMIN_EMAIL: z
    .string()
    .refine((given) => email.safeParse(given).success, 'it must be an email address')
    .pipe(email)
    .default('admin@example.com'),
  ADMIN_PASSWORD: z
    .string()
    .refine((given) => password.safeParse(given).success, 'it must have 8 to 128 characters')
    .optional(),
  SEED: seed.optional(),
  TRUST_PROXY: trustedProxies.optional(),
  PUBLIC_URL: publicAddress.optional(),
  DRAIN_NOTICE_MS: notice.optional(),
  SMTP_URL: smtp.optional(),
  MAIL_FROM: sender.default('Lantern <orders@localhost>'),
  MAIL_DIR: z.string().default('.data/mail'),
  ACTIVITY_ANCHOR: anchor.optional(),
  ACTIVITY_SIGNING_KEY: signer.optional(),
  RATE_LIMITS: z.enum(['on', 'off'], 'it must be on or off').default('on'),
  WEB_DEV: z.url('it must be the address of the pages').optional(),
  LANGUAGES: languages.default(['en', 'de']),
  CURRENCY: currency.default({ code: 'EUR', digits: 2 }),
  SHOP_TIMEZONE: timeZone.default('UTC'),
  SHOP_REGION: region.optional(),
  SHOP_NAME: printed.min(1, 'it must have a letter').default('Lantern'),
  SHOP_ADDRESS: printed.default(''),
  SHOP_TAX_ID: printed.optional(),
  METRICS_TOKEN: metricsToken.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'it must look like http://localhost:4318' })
    .optional(),
  OTEL_SERVICE_NAME: z.string().default('lantern'),
  LOG_LEVEL: z.enum(logLevels, `it must be one of ${logLevels.join(', ')}`).default('info'),
});

/** An invalid setting; the message is one sentence that names the variable. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

interface MailConfig {
  /** The server that sends mails; null if they are left as files in a folder. */
  smtpUrl: string | null;
  folder: string;
  from: string;
}

export interface Config {
  port: number;
  host: string;
  databaseUrl: string;
  /** Where reads that may be some seconds old go. */
  replicaUrls: readonly string[];
  /** The Redis server by which the servers of a store share limits and wake each other; null if each is alone. */
  redisUrl: string | null;
  /** Where images are kept. */
  mediaPlace: MediaPlace;
  /** Where images are kept that are in no bucket, and beside which there is room for copies of those that are. */
  mediaDir: string;
  /** Where browsers load images from; null for the store itself. */
  mediaPublicUrl: URL | null;
  /** Where this server keeps a copy of the catalogue that it can make again. */
  catalogDir: string;
  admin: { email: string; password: string | undefined };
  /** What to fill an empty database with. */
  seed: 'demo' | 'none' | number;
  mail: MailConfig;
  /** Where the head of the activity log is sent. */
  anchor: AnchorSettings;
  rateLimits: boolean;
  /** The proxies in front of the store, and its public URL. */
  deployment: Deployment;
  /** How long it goes on as before once it is to end, except that /readyz says so: until a proxy has noticed. */
  drainNoticeMs: number;
  /** Where Vite serves the pages during development; null if this server serves them. */
  pagesUrl: string | null;
  /** Those that the store's pages are in; the first is that of paths without one. */
  languages: readonly string[];
  /** That of all amounts. */
  currency: Currency;
  /** The IANA name of the time zone that statistics group days by, and whose days invoices bear. */
  timeZone: string;
  /** Where parcels are packed, ISO 3166: `DE` or `DE-BE`. Null if its holidays are working days. */
  region: string | null;
  /** Who sells, as printed on invoices. */
  seller: Seller;
  /** Opens /metrics to whoever knows it; null if only this machine may read them. */
  metricsToken: string | null;
  /** Where traces are sent; null if none are recorded. */
  tracing: TracingSettings | null;
  logLevel: string;
}

/** Reads the configuration from environment variables. An empty variable counts as unset. @throws {ConfigError} */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    // Without the value, which may be a password.
    throw new ConfigError(`${String(issue?.path[0])} cannot be used: ${issue?.message}.`);
  }
  const values = parsed.data;
  const embedded = values.DATABASE_URL.startsWith('sqlite:');
  const mediaPlace = values.MEDIA_URL ?? { kind: 'folder' as const, folder: values.MEDIA_DIR };
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    replicaUrls: values.DATABASE_REPLICA_URLS,
    redisUrl: values.REDIS_URL ?? null,
    mediaPlace,
    mediaDir: mediaPlace.kind === 'folder' ? mediaPlace.folder : values.MEDIA_DIR,
    mediaPublicUrl: values.MEDIA_PUBLIC_URL ?? null,
    catalogDir: values.CATALOG_DIR ?? (embedded ? dirname(values.DATABASE_URL.slice('sqlite:'.length)) : '.data'),
    admin: { email: values.ADMIN_EMAIL, password: values.ADMIN_PASSWORD },
    seed: values.SEED ?? (embedded ? 'demo' : 'none'),
    mail: { smtpUrl: values.SMTP_URL ?? null, folder: values.MAIL_DIR, from: values.MAIL_FROM },
    anchor: { recipient: values.ACTIVITY_ANCHOR ?? null, signer: values.ACTIVITY_SIGNING_KEY ?? null },
    rateLimits: values.RATE_LIMITS === 'on',
    deployment: { publicUrl: values.PUBLIC_URL ?? null, trust: values.TRUST_PROXY ?? null },
    drainNoticeMs: values.DRAIN_NOTICE_MS ?? (values.TRUST_PROXY === undefined ? 0 : PROXY_NOTICE_MS),
    pagesUrl: values.WEB_DEV ?? null,
    languages: values.LANGUAGES,
    currency: values.CURRENCY,
    timeZone: values.SHOP_TIMEZONE,
    region: values.SHOP_REGION ?? null,
    seller: {
      name: values.SHOP_NAME,
      address: values.SHOP_ADDRESS.split(',').flatMap((line) => line.trim() || []),
      taxId: values.SHOP_TAX_ID ?? null,
    },
    metricsToken: values.METRICS_TOKEN ?? null,
    tracing: values.OTEL_EXPORTER_OTLP_ENDPOINT
      ? { endpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT, service: values.OTEL_SERVICE_NAME }
      : null,
    logLevel: values.LOG_LEVEL,
  };
}
