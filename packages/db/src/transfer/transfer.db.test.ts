import { afterAll, beforeAll, expect, test } from 'vitest';
import { actingAs } from '../activity/actor.ts';
import { migrate, SchemaError, UNFINISHED } from '../migrate.ts';
import { Category } from '../models/category.ts';
import { FormerSlug } from '../models/former-slug.ts';
import { Product } from '../models/product.ts';
import { User } from '../models/user.ts';
import { seedCatalogue } from '../seed/seed.ts';
import { digestsOf } from '../testing/digests.ts';
import { migrateBefore } from '../testing/older-version.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { dropTables } from './drop.ts';
import { loadTables, TransferError } from './load.ts';
import { Snapshot } from './snapshot.ts';
import type { StoredTable } from './table.ts';

const ada = { id: 1, email: 'ada@example.com', requestId: null, ip: '::1' };
const nothing = () => Promise.resolve();

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
  await seedCatalogue(t.database, 'demo', () => undefined);
  await actingAs(ada, () => t.database.transaction(fill));
});
afterAll(() => t[Symbol.asyncDispose]());

/** What is easily lost on the way: signs of any kind, times, JSON, a parent with a higher id, numbers that were given before. */
async function fill(): Promise<void> {
  const name = `O'Brien \\ "ünï" 🫖 ${String.fromCharCode(1)}\n\t—`;
  await User.create({ email: 'ada@example.com', name, passwordHash: 'x', role: 'admin', disabled: true });
  const [first] = await Category.findAll({ order: ['id'] });
  const above = await Category.create({
    slug: 'above',
    name: 'Ça',
    parentId: null,
    position: 9,
    accent: 3,
    imageUrl: null,
  });
  await first?.update({ parentId: above.id });
  await FormerSlug.bulkCreate(
    Array.from({ length: 1_200 }, (_, index) => ({
      entity: index % 2 === 0 ? ('product' as const) : ('category' as const),
      slug: `Old-${index}`,
      entityId: 1,
    })),
  );
  const gone = await Product.create({ slug: 'gone', name: 'Gone', description: 'x'.repeat(60_000), status: 'draft' });
  await gone.destroy();
}

test('an empty database is filled with every table of another one, and goes on with its numbers', async () => {
  await using copy = await openTestDatabase(nothing);
  {
    await using source = await Snapshot.open(t.database);
    await loadTables(copy.database, source, () => undefined);
  }
  const digests = await digestsOf(t.database);
  expect(digests.former_slugs).toMatch(/^1200 rows/);
  expect(digests.activity_entries).toMatch(/^[1-9]/);
  expect(await digestsOf(copy.database)).toEqual(digests);
  expect(await copy.database.exclusively(() => migrate(copy.database))).toEqual([]);
});

test('a snapshot does not see what is written after it was taken', async () => {
  await using other = await openTestDatabase();
  await using snapshot = await Snapshot.open(other.database);
  const row = { name: 'Ben', passwordHash: 'x', role: 'customer', disabled: false } as const;
  await other.database.transaction(() => User.create({ ...row, email: 'ben@example.com' }));
  expect(await snapshot.has('users')).toBe(false);
  await using later = await Snapshot.open(other.database);
  expect(await later.has('users')).toBe(true);
});

test('tables of an older version become those of this one', async () => {
  await using old = await openTestDatabase((database) =>
    database.transaction(() => migrateBefore(database, '0020-address-book')),
  );
  await using copy = await openTestDatabase(nothing);
  await using source = await Snapshot.open(old.database);
  await loadTables(copy.database, source, () => undefined);
  const [newer] = await copy.database.sequelize.query("SELECT name FROM migrations WHERE name LIKE '0041%'");
  expect(newer).toHaveLength(1);
});

test('a copy that ended early is refused by the store, and can be begun again', async () => {
  await using copy = await openTestDatabase(nothing);
  {
    await using source = await Snapshot.open(t.database);
    const cut = source.tables.map((table) => (table.name === 'products' ? endingEarly(table) : table));
    await expect(loadTables(copy.database, { ...source, tables: cut }, () => undefined)).rejects.toThrow(
      'The disk is gone.',
    );
  }
  await expect(copy.database.exclusively(() => migrate(copy.database))).rejects.toThrow(SchemaError);
  {
    await using left = await Snapshot.open(copy.database);
    expect(left.migrations).toContain(UNFINISHED);
  }
  await dropTables(copy.database);
  await using source = await Snapshot.open(t.database);
  await loadTables(copy.database, source, () => undefined);
});

test('a row that the database does not take is named by its table', async () => {
  await using copy = await openTestDatabase(nothing);
  await using source = await Snapshot.open(t.database);
  const tables = source.tables.map((table) => (table.name === 'variants' ? twice(table) : table));
  const loading = loadTables(copy.database, { ...source, tables }, () => undefined);
  await expect(loading).rejects.toThrow(TransferError);
  await expect(loading).rejects.toThrow(/variants/);
});

function endingEarly(table: StoredTable): StoredTable {
  return {
    ...table,
    async *rows() {
      for await (const rows of table.rows()) {
        yield rows.slice(0, 10);
        throw new Error('The disk is gone.');
      }
    },
  };
}

function twice(table: StoredTable): StoredTable {
  return {
    ...table,
    async *rows() {
      yield* table.rows();
      yield* table.rows();
    },
  };
}
