import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Database } from '../database.ts';
import { createCategory } from '../testing/category.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { failureKindOf } from './failure.ts';

/** Shortens the test. */
vi.mock('./deadlines.ts', async (importOriginal) => ({ ...(await importOriginal<object>()), IDLE_TRANSACTION_S: 1 }));

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
});
afterAll(() => t[Symbol.asyncDispose]());

test('a server that stops in a transaction gives its locks up, and commits nothing once it goes on', async () => {
  const { database, url } = t;
  const { id } = await database.transaction(() => createCategory('lamps'));
  await using other = Database.open(url);
  const move = 'UPDATE categories SET position = position + ? WHERE id = ?';
  const events = new EventEmitter();
  const [hasWritten, goesOn] = [once(events, 'written'), once(events, 'goes on')];
  const stopped = database
    .transaction(async () => {
      await database.execute(move, [10, id]);
      events.emit('written');
      await goesOn;
      await database.execute(move, [100, id]);
    })
    .catch(failureKindOf);
  await hasWritten;
  await other.transaction(() => other.execute(move, [1, id]));
  events.emit('goes on');
  expect(await stopped).toBe('unavailable');
  const { rows } = await database.execute('SELECT position FROM categories WHERE id = ?', [id]);
  expect(rows).toEqual([{ position: 1 }]);
});

test('what nobody waits for, such as filling a new store, may take long between two statements', async () => {
  const { database } = t;
  const limit = () => database.execute('SELECT @@SESSION.idle_write_transaction_timeout AS seconds');
  const inTransaction = () => database.transaction(limit);
  expect(await database.exclusively(inTransaction)).toMatchObject({ rows: [{ seconds: 0 }] });
  expect(await inTransaction()).toMatchObject({ rows: [{ seconds: 1 }] });
});
