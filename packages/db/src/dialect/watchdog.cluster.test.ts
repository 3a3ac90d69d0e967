import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Category } from '../models/category.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';

/** So that nobody has to wait here for as long as a shopper may have to. */
vi.mock('./patience.ts', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  STATEMENT_MS: 300,
  STATEMENT_AT_MOST_MS: 600,
}));

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
});
afterAll(() => t[Symbol.asyncDispose]());

test('a statement that others keep waiting for too long is done again with all of its transaction, once', async () => {
  const { database } = t;
  const row = { slug: 'a', name: 'A', parentId: null, position: 0, accent: 1, imageUrl: null };
  const { id } = await database.transaction(() => Category.create(row));
  const rival = await database.sequelize.transaction();
  await Category.findByPk(id, { lock: true, transaction: rival });
  let rounds = 0;
  const waiting = database.transaction(async () => {
    rounds++;
    const category = await Category.findByPk(id, { lock: true, rejectOnEmpty: true });
    await category.update({ position: category.position + 1 });
  });
  // The database is alive all the while; what hangs without a sign of life is another matter.
  while (rounds < 3) {
    await database.ping();
    await sleep(20);
  }
  await rival.rollback();
  await waiting;
  expect((await Category.findByPk(id, { rejectOnEmpty: true })).position).toBe(1);
});
