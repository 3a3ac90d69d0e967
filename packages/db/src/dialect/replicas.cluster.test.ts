import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Database } from '../database.ts';
import { eachMayLag, mayLag } from '../may-lag.ts';
import { Category } from '../models/category.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';

/** Shortens the test. */
vi.mock('./deadlines.ts', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  REPLICA_LOOK_MS: 50,
  REPLICA_LAG_MS: 1000,
}));

/** Both have one category of the same id, under the name of the database: so it can be seen which one was read. */
const row = (name: string) => ({ slug: 'lamps', name, parentId: null, position: 0, accent: 1, imageUrl: null });

let primary: TestDatabase;
let replica: TestDatabase;
let database: Database;
beforeAll(async () => {
  replica = await openTestDatabase();
  await replica.database.transaction(() => Category.create(row('the replica')));
  primary = await openTestDatabase();
  await primary.database.transaction(() => Category.create(row('the primary')));
  database = Database.open(primary.url, { replicaUrls: [replica.url] });
});
afterAll(async () => {
  await database.close();
  await primary[Symbol.asyncDispose]();
  await replica[Symbol.asyncDispose]();
});

const read = async () => (await Category.findOne({ rejectOnEmpty: true })).name;
const readPrepared = async () =>
  (await database.execute<{ name: string }>('SELECT name FROM categories')).rows[0]?.name;

async function until(expected: string): Promise<void> {
  for (let left = 600; (await mayLag(read)) !== expected; left--) {
    if (left === 0) throw new Error(`Never read from ${expected}.`);
    await sleep(50);
  }
}

test('only reads that may lag are answered by a replica', async () => {
  await until('the replica');
  expect(await mayLag(readPrepared)).toBe('the replica');
  async function* names() {
    yield await read();
    yield await read();
  }
  const lagging: string[] = [];
  for await (const name of eachMayLag(names())) {
    lagging.push(name);
    expect(await read()).toBe('the primary');
  }
  expect(lagging).toEqual(['the replica', 'the replica']);
  expect(await read()).toBe('the primary');
  expect(await readPrepared()).toBe('the primary');
  expect(await mayLag(() => database.transaction(read))).toBe('the primary');
});

test('what is written goes to the primary, whoever writes', async () => {
  await mayLag(() => database.transaction(() => Category.create({ ...row('new'), slug: 'new' })));
  expect(await Category.count()).toBe(2);
  expect(await mayLag(() => Category.count())).toBe(1);
});

test('a replica that has fallen behind is not asked, until it has caught up', async () => {
  const logSomething = (to: Database) =>
    to.transaction(() => to.sequelize.query('UPDATE activity_head SET seq = seq + 1'));
  await until('the replica');
  await logSomething(database);
  await until('the primary');
  await logSomething(replica.database);
  await until('the replica');
});

test('without its replica, everything is answered by the primary', async () => {
  await using alone = Database.open(primary.url, { replicaUrls: ['mysql://root@127.0.0.1:9/none'] });
  expect(await mayLag(read)).toBe('the primary');
  await sleep(200);
  expect(await mayLag(read)).toBe('the primary');
  expect(alone.dialect.name).toBe('mysql');
});
