import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { User } from '../models/user.ts';
import { migrateToFirst } from '../testing/older-version.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';

let t: TestDatabase;
const now = "'2026-03-31 10:00:00.000', '2026-03-31 10:00:00.000'";
/** Long enough to be cut where the first half ends with a space. */
const half = 'q'.repeat(39);
beforeAll(async () => {
  t = await openTestDatabase((database) =>
    database.transaction(async () => {
      const tools = await migrateToFirst(database);
      for (const [id, name] of [
        [1, 'Zoë Ax'],
        [2, `${half} ${half}`],
      ]) {
        await tools.run(
          `INSERT INTO users (id, email, name, passwordHash, createdAt, updatedAt) VALUES (?, '${id}@b.c', ?, 'x', ${now})`,
          [Number(id), String(name)],
        );
      }
      await tools.run(`INSERT INTO products (id, slug, name, description, createdAt, updatedAt)
        VALUES (1, 'pot', 'Pot', '', ${now}), (2, 'lid', 'Lid', '', ${now})`);
      await tools.run(`INSERT INTO variants (productId, sku, options, priceCents, stock, createdAt, updatedAt)
        VALUES (1, 'P-1', '{}', 1, 3, ${now}), (1, 'P-2', '{}', 1, 4, ${now})`);
    }),
  );
  await t.database.exclusively(() => migrate(t.database));
});
afterAll(() => t[Symbol.asyncDispose]());

const read = (sql: string) => t.database.sequelize.query<{ ending: string }>(sql, { type: QueryTypes.SELECT });
const endings = async (id: number) =>
  (await read(`SELECT ending FROM name_endings WHERE userId = ${id} ORDER BY ending`)).map(({ ending }) => ending);

test('the stock of products is the sum of their variants', async () => {
  expect(await read('SELECT id, stock FROM products ORDER BY id')).toEqual([
    { id: 1, stock: 7 },
    { id: 2, stock: 0 },
  ]);
});

test('names of before have their endings, and later ones follow the name', async () => {
  expect(await endings(1)).toEqual(['ax', 'e ax', 'oe ax', 'x', 'zoe ax']);
  expect(await endings(2)).toHaveLength(77);
  await t.database.transaction(() => User.update({ name: 'Bo' }, { where: { id: 1 } }));
  expect(await endings(1)).toEqual(['bo', 'o']);
  const account = { email: 'x@y.z', passwordHash: 'x', role: 'customer', disabled: false } as const;
  const [created] = await t.database.transaction(() => User.bulkCreate([{ ...account, name: '😀 Al' }]));
  expect(await endings(created?.id ?? 0)).toEqual(['al', 'l', '😀 al']);
  await t.database.transaction(async () => created?.update({ email: 'y@y.z' }));
  expect(await endings(created?.id ?? 0)).toHaveLength(3);
});
