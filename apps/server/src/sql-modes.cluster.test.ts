import { soak } from '@lantern/db/testing/soak';
import { type Connection, createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMariadb } from '../../../scripts/lib/mariadb.mjs';
import { checkout, type HttpStore, newCustomer, startHttpStore } from './testing/http-store.ts';

/*
 * Values stay values whatever SQL mode, time zone or charset the database server has for new connections: input must be
 * returned unchanged under all of them and never become SQL.
 */

const modes = [
  'NO_BACKSLASH_ESCAPES',
  'ANSI_QUOTES,PIPES_AS_CONCAT,IGNORE_SPACE',
  'ANSI,NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY',
  'ORACLE',
  'STRICT_ALL_TABLES',
  '',
];

const hostile = [
  "o'clock",
  "x' OR Product.slug = 0x7365637265742d6472616674 #",
  "x\\' OR 1=1 -- ",
  "\\' UNION SELECT id, email, passwordHash, 1, 1, 1, 1, 1, 1, 1 FROM users -- ",
  'x" OR "1"="1',
  '\\',
  "'||(SELECT passwordHash FROM users LIMIT 1)||'",
  '\u00bf\u0027 OR 1=1 #',
  '%_\\%',
];

/** All texts under the mode with the largest effect, and every third one under each of the others. */
const textsFor = (mode: number) => hostile.filter((_, n) => mode === 0 || soak(0, 1) === 1 || (n + mode) % 3 === 0);

/** A separate server, since its global settings must not affect other tests. */
let server: Awaited<ReturnType<typeof startMariadb>>;
let shared: string | undefined;
let root: Connection;
const setGlobal = (name: string, value: string | number) => root.query(`SET GLOBAL ${name} = ?`, [value]);

beforeAll(async () => {
  server = await startMariadb();
  shared = process.env.TEST_MARIADB_URL;
  process.env.TEST_MARIADB_URL = server.url;
  root = await createConnection(server.url);
  await setGlobal('time_zone', '-11:00');
  await setGlobal('autocommit', 0);
  await setGlobal('collation_server', 'latin1_swedish_ci');
  await setGlobal('init_connect', 'SET NAMES latin1');
});
afterAll(async () => {
  process.env.TEST_MARIADB_URL = shared;
  await root.end();
  await server.stop();
});

test.each(modes.map((mode, n) => [mode, textsFor(n)] as const))(
  'hostile input is stored and returned unchanged under SQL mode %j',
  async (mode, texts) => {
    await setGlobal('sql_mode', mode);
    // Its connections are new, and its tables are created under this mode, too.
    await using store = await startHttpStore();
    await sendHostileInput(store, texts);
  },
  120_000,
);

async function sendHostileInput(store: HttpStore, texts: string[]) {
  const guest = store.client();
  const admin = store.client();
  const { email } = await store.admin();
  await admin.mutate('auth.login', { email, password: 'correct horse' });
  const slug = `draft-${crypto.randomUUID()}`;
  const draft = await admin.mutate('admin.products.create', {
    name: `It's 5" wide \\ ${slug}`,
    slug,
    description: "A 'quoted' \\\" thing",
    status: 'draft',
    categorySlugs: [],
    variants: [{ sku: `S'${slug.slice(0, 20)}\\`, options: { "Size'": '5"\\' }, priceCents: 6000, stock: 3 }],
  });
  expect(draft.body).toMatchObject({ result: { data: { name: `It's 5" wide \\ ${slug}` } } });
  for (const text of texts) {
    expect(await guest.query('catalog.bySlug', { slug: text }), text).toMatchObject({ status: 404 });
    const answers = [
      await guest.query('catalog.list', { category: text }),
      await guest.query('catalog.list', { cursor: text }),
      await guest.query('catalog.search', { q: text }),
      await guest.query('catalog.suggest', { q: text }),
      await guest.mutate('auth.login', { email: `${text}@example.com`, password: text }),
      await guest.mutate('auth.login', { email: "o'brien@example.com", password: text }),
      await admin.query('admin.products.list', { q: text }),
      await admin.query('admin.products.list', { category: text }),
      await admin.query('admin.orders.list', { q: text }),
      await admin.query('admin.users.list', { q: text }),
      await admin.query('admin.activity.list', { entity: text, actor: text }),
      await guest.query('orders.byNumber', { number: text }),
    ];
    for (const answer of answers) {
      expect(answer.status, `${text}: ${answer.text}`).toBeLessThan(500);
      expect(answer.text).not.toMatch(/passwordHash|\$argon2/);
    }
  }
  const found = await admin.query('admin.products.list', { q: `5" wide \\ ${slug}` });
  expect(found.body.result.data.items).toMatchObject([{ slug }]);
  const shopper = store.client();
  const me = { ...newCustomer(), email: `o'brien-${crypto.randomUUID()}@example.com` };
  expect(await shopper.mutate('auth.register', me)).toMatchObject({ status: 200 });
  const order = { ...checkout(), idempotencyKey: `key'\\"-${crypto.randomUUID()}` };
  expect((await shopper.mutate('checkout.place', order)).status).toBe(409);
  // Times are in UTC, whatever the time zone of the database server is.
  const { items } = (await admin.query('admin.activity.list', { limit: 1 })).body.result.data;
  expect(Math.abs(Date.parse(items[0].at) - Date.now())).toBeLessThan(3_600_000);
}
