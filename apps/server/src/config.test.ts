import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

test('the defaults run the demo store on this machine', () => {
  expect(readConfig({ PATH: '/usr/bin', ADMIN_PASSWORD: '' })).toEqual({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: 'sqlite:.data/lantern.db',
    replicaUrls: [],
    redisUrl: null,
    mediaPlace: { kind: 'folder', folder: '.data/media' },
    mediaDir: '.data/media',
    mediaPublicUrl: null,
    catalogDir: '.data',
    admin: { email: 'admin@example.com', password: undefined },
    seed: 'demo',
    mail: { smtpUrl: null, folder: '.data/mail', from: 'Lantern <orders@localhost>' },
    anchor: { recipient: null, signer: null },
    rateLimits: true,
    deployment: { publicUrl: null, trust: null },
    drainNoticeMs: 0,
    pagesUrl: null,
    languages: ['en', 'de'],
    currency: { code: 'EUR', digits: 2 },
    timeZone: 'UTC',
    region: null,
    seller: { name: 'Lantern', address: [], taxId: null },
    metricsToken: null,
    tracing: null,
    logLevel: 'info',
  });
});

test('a configured database is only seeded if SEED is set', () => {
  const DATABASE_URL = 'mysql://shop:secret@db/shop';
  expect(readConfig({ DATABASE_URL }).seed).toBe('none');
  expect(readConfig({ DATABASE_URL, SEED: 'demo' }).seed).toBe('demo');
  expect(readConfig({ DATABASE_URL, SEED: '100000' }).seed).toBe(100_000);
});

test.each<[TRUST_PROXY: string, near: boolean, far: boolean]>([
  ['0', false, false],
  ['1', true, false],
  ['2', true, true],
  ['loopback', true, false],
  ['127.0.0.1', true, false],
  ['127.0.0.0/8, 10.0.0.0/8', true, true],
  ['fd00::/8 uniquelocal', false, true],
])('TRUST_PROXY=%s trusts the peer: %s, and the next hop: %s', (TRUST_PROXY, near, far) => {
  const { trust } = readConfig({ TRUST_PROXY }).deployment;
  expect([trust?.('127.0.0.1', 0), trust?.('10.1.2.3', 1)]).toEqual([near, far]);
});

test.each([
  ['usd', 'USD', 2],
  ['JPY', 'JPY', 0],
  ['KWD', 'KWD', 3],
])('CURRENCY=%s has its own decimals', (CURRENCY, code, digits) => {
  expect(readConfig({ CURRENCY }).currency).toEqual({ code, digits });
});

test('replicas are named like the database, with commas between them', () => {
  const DATABASE_REPLICA_URLS = 'mysql://shop:secret@two/shop, mysql://three:3307/shop';
  expect(readConfig({ DATABASE_REPLICA_URLS }).replicaUrls).toEqual(DATABASE_REPLICA_URLS.split(', '));
});

test.each(['sqlite:shop.db', 'mysql://two', 'mysql://two/shop,three', 'two'])(
  'DATABASE_REPLICA_URLS=%s is refused',
  (DATABASE_REPLICA_URLS) =>
    expect(() => readConfig({ DATABASE_REPLICA_URLS })).toThrow(/^DATABASE_REPLICA_URLS cannot/),
);

test('PUBLIC_URL is normalised to an origin', () => {
  expect(readConfig({ PUBLIC_URL: 'HTTPS://Shop.Example:443/' }).deployment.publicUrl?.origin).toBe(
    'https://shop.example',
  );
});

test('images are where MEDIA_URL says, and MEDIA_DIR if it says nothing', () => {
  const folder = (env: NodeJS.ProcessEnv) => {
    const { mediaPlace, mediaDir } = readConfig(env);
    return [mediaPlace, mediaDir];
  };
  expect(folder({ MEDIA_DIR: '/srv/a' })).toEqual([{ kind: 'folder', folder: '/srv/a' }, '/srv/a']);
  expect(folder({ MEDIA_DIR: '/srv/a', MEDIA_URL: 'file:/srv/b' })).toEqual([
    { kind: 'folder', folder: '/srv/b' },
    '/srv/b',
  ]);
  const MEDIA_URL = 's3://images?region=eu-central-1';
  expect(folder({ MEDIA_DIR: '/srv/a', MEDIA_URL })).toMatchObject([{ kind: 'bucket', bucket: 'images' }, '/srv/a']);
});

test('ADMIN_EMAIL is normalised like the emails of other accounts', () => {
  expect(readConfig({ ADMIN_EMAIL: ' Mira@Shop.Example ' }).admin.email).toBe('mira@shop.example');
});

test('the address of the seller has a line for each part between commas', () => {
  const SHOP_ADDRESS = ' 12 St James’s Square,, London SW1Y 4JH ,United Kingdom';
  const { seller } = readConfig({ SHOP_NAME: 'Ada & Co', SHOP_ADDRESS, SHOP_TAX_ID: 'GB123' });
  const address = ['12 St James’s Square', 'London SW1Y 4JH', 'United Kingdom'];
  expect(seller).toEqual({ name: 'Ada & Co', address, taxId: 'GB123' });
});

test.each([
  'redis://cache',
  'redis://:s3cret%2F@cache.shop.example:6380/2',
  'rediss://shop:secret@cache.shop.example',
  'redis://[::1]:6379/',
])('REDIS_URL may be %s', (REDIS_URL) => {
  expect(readConfig({ REDIS_URL }).redisUrl).toBe(REDIS_URL);
});

test('traces go to the collector that is named, as those of this store', () => {
  const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://localhost:4318';
  expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT }).tracing).toEqual({
    endpoint: 'http://localhost:4318',
    service: 'lantern',
  });
  expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME: 'shop' }).tracing?.service).toBe('shop');
  expect(readConfig({ OTEL_SERVICE_NAME: 'shop' }).tracing).toBeNull();
});

test('a server behind a proxy gives it time to notice that it is about to end', () => {
  expect(readConfig({ TRUST_PROXY: 'loopback' }).drainNoticeMs).toBe(2500);
  expect(readConfig({ TRUST_PROXY: 'loopback', DRAIN_NOTICE_MS: '0' }).drainNoticeMs).toBe(0);
  expect(readConfig({ DRAIN_NOTICE_MS: '10000' }).drainNoticeMs).toBe(10_000);
});

test('the first of the languages is the default', () => {
  expect(readConfig({ LANGUAGES: ' de, en' }).languages).toEqual(['de', 'en']);
});

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['pacific/pago_pago', 'Pacific/Pago_Pago'],
  ['utc', 'UTC'],
  ['', 'UTC'],
])('SHOP_TIMEZONE=%s is read as %s', (SHOP_TIMEZONE, timeZone) => {
  expect(readConfig({ SHOP_TIMEZONE }).timeZone).toBe(timeZone);
});

test.each([
  { PORT: 'abc' },
  { PORT: '-1' },
  { PORT: '65536' },
  { PORT: '3.5' },
  { SEED: 'many' },
  { SEED: '0' },
  { SEED: '-5' },
  { SEED: '12345678' },
  { ADMIN_EMAIL: 'nobody' },
  { ADMIN_PASSWORD: 'secret' },
  { RATE_LIMITS: 'maybe' },
  { DRAIN_NOTICE_MS: '2s' },
  { DRAIN_NOTICE_MS: '60001' },
  { TRUST_PROXY: 'everybody' },
  { TRUST_PROXY: 'true' },
  { TRUST_PROXY: '10' },
  { TRUST_PROXY: '10.0.0.0/99' },
  { TRUST_PROXY: '1, 10.0.0.0/8' },
  { PUBLIC_URL: 'shop.example' },
  { PUBLIC_URL: 'ftp://shop.example' },
  { PUBLIC_URL: 'https://shop.example/store' },
  { PUBLIC_URL: 'https://me:secret@shop.example' },
  { REDIS_URL: 'cache.shop.example:6379' },
  { REDIS_URL: 'http://:secret@cache.shop.example' },
  { REDIS_URL: 'redis://:secret@' },
  { REDIS_URL: 'redis://:secret@cache.shop.example:port' },
  { REDIS_URL: 'redis://:secret@cache.shop.example/limits' },
  { REDIS_URL: 'redis://:100%secret@cache.shop.example' },
  { REDIS_URL: 'redis://:secret@cache.shop.example/0?family=6' },
  { MEDIA_URL: 'https://me:secret@shop.example' },
  { MEDIA_URL: 's3://me:secret@images' },
  { MEDIA_URL: 's3://me:secret@images/?region=eu-central-1&colour=blue' },
  { MEDIA_PUBLIC_URL: 'cdn.example' },
  { MEDIA_PUBLIC_URL: 'https://me:secret@cdn.example' },
  { MEDIA_PUBLIC_URL: 'https://cdn.example/?secret' },
  { SMTP_URL: 'mail.shop.example' },
  { SMTP_URL: 'https://me:secret@mail.shop.example' },
  { DATABASE_REPLICA_URLS: 'mysql://root:100%secret@two/shop' },
  { SMTP_URL: 'smtp://' },
  { SMTP_URL: 'smtp:///secret' },
  { MAIL_FROM: 'Lantern' },
  { ACTIVITY_ANCHOR: 'http://keeper.example' },
  { ACTIVITY_ANCHOR: 'https://me:secret@keeper.example' },
  { MAIL_FROM: 'Lantern <orders@shop.example>, secret@shop.example' },
  { LANGUAGES: 'en,de-AT' },
  { LANGUAGES: 'en,,de' },
  { LANGUAGES: 'en,de,en' },
  { SHOP_TIMEZONE: 'Mars/Olympus' },
  { SHOP_TIMEZONE: 'Berlin' },
  { SHOP_TIMEZONE: '+25:00' },
  { SHOP_REGION: 'Germany' },
  { SHOP_REGION: 'de-be' },
  { METRICS_TOKEN: 'secret' },
  { METRICS_TOKEN: 'schlüssel-secret-schlüssel' },
  { METRICS_TOKEN: ' secret-with-a-space-before' },
  { SHOP_NAME: ' ' },
  { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
  { OTEL_EXPORTER_OTLP_ENDPOINT: 'grpc://me:secret@collector:4317' },
  { LOG_LEVEL: 'loud' },
])('%j is refused in one sentence that names the variable and contains no password', (env) => {
  const [name = ''] = Object.keys(env);
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(new RegExp(`^${name} cannot be used: it must .+\\.$`));
  expect(() => readConfig(env)).not.toThrow(/secret/);
});

test.each([
  [{ DATABASE_URL: 'sqlite:/var/lib/shop/shop.db' }, '/var/lib/shop'],
  [{ DATABASE_URL: 'mysql://shop@localhost/shop' }, '.data'],
  [{ DATABASE_URL: 'mysql://shop@localhost/shop', CATALOG_DIR: '/var/cache/shop' }, '/var/cache/shop'],
])('with %j the copy of the catalogue is in %s', (env, folder) => {
  expect(readConfig(env).catalogDir).toBe(folder);
});
