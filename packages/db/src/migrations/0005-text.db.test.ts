import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { migrate, migrationTools } from '../migrate.ts';
import { User } from '../models/user.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { initial } from './0001-initial.ts';

const emails = ['user@xn--mnchen-3ya.de', 'plain@example.com', 'two@xn--bcher-kva.de', 'two@bücher.de'];

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase((database) => database.transaction(() => createOldDatabase(database)));
  await t.database.exclusively(() => migrate(t.database));
});
afterAll(() => t[Symbol.asyncDispose]());

/** Creates the schema from before `nameKey`, with users and products. */
async function createOldDatabase(database: Database): Promise<void> {
  const tools = migrationTools(database);
  await initial.up(tools);
  await tools.run('CREATE TABLE migrations (name VARCHAR(100) NOT NULL PRIMARY KEY)');
  await tools.run("INSERT INTO migrations (name) VALUES ('0001-initial')");
  const now = "'2026-03-31 10:00:00.000', '2026-03-31 10:00:00.000'";
  for (const email of emails) {
    await tools.run(
      `INSERT INTO users (email, name, passwordHash, createdAt, updatedAt) VALUES (?, 'Øystein', 'x', ${now})`,
      [email],
    );
  }
  for (let n = 1; n <= 501; n++) {
    await tools.run(`INSERT INTO products (slug, name, description, createdAt, updatedAt) VALUES (?, ?, '', ${now})`, [
      `p-${n}`,
      `E\u0301charpe ${n}`,
    ]);
  }
}

test('every name gets its key, and emails are normalised unless the result is taken', async () => {
  const read = (sql: string) => t.database.sequelize.query<Record<string, string>>(sql, { type: QueryTypes.SELECT });
  expect(await read("SELECT id FROM products WHERE nameKey <> CONCAT('echarpe ', id)")).toEqual([]);
  const users = await read('SELECT email, nameKey FROM users ORDER BY id');
  expect(users.map(({ email }) => email)).toEqual(['user@münchen.de', ...emails.slice(1)]);
  expect(new Set(users.map(({ nameKey }) => nameKey))).toEqual(new Set(['oystein']));
});

test('the key follows the name in updates of a row and in bulk updates', async () => {
  const user = await User.findOne({ where: { email: 'plain@example.com' }, rejectOnEmpty: true });
  await t.database.transaction(() => user.update({ name: 'Straße' }));
  expect((await user.reload()).nameKey).toBe('strasse');
  await t.database.transaction(() => User.update({ name: 'Łukasz' }, { where: { id: user.id } }));
  expect((await user.reload()).nameKey).toBe('lukasz');
});
