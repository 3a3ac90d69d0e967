import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Category } from '../models/category.ts';
import { createCategory } from '../testing/category.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';

/** Shortens the test. */
vi.mock('./deadlines.ts', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  STATEMENT_MS: 300,
  MAX_STATEMENT_MS: 600,
}));

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
});
afterAll(() => t[Symbol.asyncDispose]());

const lockByModel = (id: number) => Category.findByPk(id, { lock: true });
const lockByStatement = (id: number) => t.database.execute('SELECT id FROM categories WHERE id = ? FOR UPDATE', [id]);

test.each([
  ['of a model', lockByModel],
  ['that is prepared', lockByStatement],
])('a transaction is retried when a statement %s waits too long for a lock, and commits once', async (slug, lock) => {
  const { database } = t;
  const { id } = await database.transaction(() => createCategory(slug));
  const competing = await database.sequelize.transaction();
  await Category.findByPk(id, { lock: true, transaction: competing });
  let attempts = 0;
  const waiting = database.transaction(async () => {
    attempts++;
    await lock(id);
    const category = await Category.findByPk(id, { rejectOnEmpty: true });
    await category.update({ position: category.position + 1 });
  });
  // Pings keep the database responsive: a statement that hangs in an unresponsive one is not retried.
  while (attempts < 3) {
    await database.ping();
    await sleep(20);
  }
  await competing.rollback();
  await waiting;
  expect((await Category.findByPk(id, { rejectOnEmpty: true })).position).toBe(1);
});
