import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Category } from './models/category.ts';
import { Product } from './models/product.ts';
import { Variant } from './models/variant.ts';
import { literal, Op } from './query.ts';
import { createCategory } from './testing/category.ts';
import { openTestDatabase, type TestDatabase } from './testing/test-database.ts';
import { TransactionScope } from './transaction.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
});
afterAll(() => t[Symbol.asyncDispose]());

async function variant(sku: string, stock: number): Promise<Variant> {
  return t.database.transaction(async () => {
    const row = { slug: sku, name: sku, description: '', tagline: null, status: 'active' } as const;
    const { id: productId } = await Product.create(row);
    return Variant.create({ productId, sku, options: {}, priceCents: 100, stock, position: 0 });
  });
}

test('a failed transaction is rolled back without running its afterCommit effects', async () => {
  const effects: string[] = [];
  const failing = t.database.transaction(async () => {
    TransactionScope.current()?.afterCommit(() => effects.push('done'));
    await createCategory('gone');
    throw new Error('Never mind.');
  });
  await expect(failing).rejects.toThrow('Never mind.');
  expect(await Category.count({ where: { slug: 'gone' } })).toBe(0);
  expect(effects).toEqual([]);
});

test('afterCommit effects run after the commit', async () => {
  const effects: string[] = [];
  await t.database.transaction(async () => {
    TransactionScope.current()?.afterCommit(() => effects.push('done'));
    await createCategory('kept');
    expect(effects).toEqual([]);
  });
  expect(await Category.count({ where: { slug: 'kept' } })).toBe(1);
  expect(effects).toEqual(['done']);
});

test('a nested transaction is rolled back with the outer one', async () => {
  const failing = t.database.transaction(async () => {
    await t.database.transaction(() => createCategory('inner'));
    throw new Error('Never mind.');
  });
  await expect(failing).rejects.toThrow('Never mind.');
  expect(await Category.count({ where: { slug: 'inner' } })).toBe(0);
});

test.each([
  ['of a model', () => createCategory('late')],
  ['by hand', () => t.database.execute('UPDATE categories SET position = 9 WHERE slug = ?', ['early'])],
] as const)('a write %s that comes after the end of its transaction is refused', async (_, write) => {
  await t.database.transaction(() => createCategory('early'));
  let goOn = () => {};
  let late: Promise<unknown> = Promise.resolve();
  await t.database.transaction(async () => {
    late = new Promise<void>((resolve) => (goOn = resolve)).then((): Promise<object> => write());
  });
  // Its connection belongs to somebody else by now, whose transaction it would become a part of.
  await t.database.transaction(async () => {
    goOn();
    await expect(late).rejects.toThrow(/has been called on this transaction|has ended/);
  });
  expect(await Category.findAll({ where: { position: { [Op.ne]: 0 } } })).toEqual([]);
  expect(await Category.count({ where: { slug: 'late' } })).toBe(0);
  await t.database.transaction(() => Category.destroy({ where: { slug: 'early' } }));
});

/** An error that is worth a retry. */
const deadlock = () =>
  Object.assign(new Error('Try again.'), {
    code: t.database.dialect.name === 'mysql' ? 'ER_LOCK_DEADLOCK' : 'SQLITE_BUSY',
  });

test.each([1, 3])(
  'a transaction that fails %d times commits once and returns the result of the last attempt',
  async (failures) => {
    const effects: number[] = [];
    let attempts = 0;
    const { slug } = await t.database.transaction(async () => {
      attempts += 1;
      const attempt = attempts;
      TransactionScope.current()?.afterCommit(() => effects.push(attempt));
      const row = await createCategory(`failed-${failures}-attempt-${attempt}`);
      if (attempt <= failures) throw deadlock();
      return row;
    });
    expect(slug).toBe(`failed-${failures}-attempt-${failures + 1}`);
    expect([attempts, effects]).toEqual([failures + 1, [failures + 1]]);
    const written = await Category.findAll({ where: { slug: { [Op.startsWith]: `failed-${failures}-` } }, raw: true });
    expect(written.map((row) => row.slug)).toEqual([slug]);
  },
);

test('transactions that deadlock are retried until all have committed', async () => {
  const [one, two] = [await variant('one', 10), await variant('two', 10)];
  const takeBoth = (first: Variant, second: Variant) =>
    t.database.transaction(async () => {
      await Variant.update({ stock: literal('stock - 1') }, { where: { id: first.id } });
      await sleep(50);
      await Variant.update({ stock: literal('stock - 1') }, { where: { id: second.id } });
    });
  await Promise.all([takeBoth(one, two), takeBoth(two, one), takeBoth(one, two), takeBoth(two, one)]);
  expect([(await one.reload()).stock, (await two.reload()).stock]).toEqual([6, 6]);
});

test('the database refuses stock below zero', async () => {
  const few = await variant('few', 1);
  const where = { id: few.id };
  const below = t.database.transaction(() => Variant.update({ stock: literal('stock - 2') }, { where }));
  await expect(below).rejects.toThrow();
  expect((await few.reload()).stock).toBe(1);
});

test.each([
  ['a variant without a product', { productId: 999_999 }],
  ['a price below zero', { priceCents: -1 }],
  ['a duplicate SKU', { sku: 'few' }],
])('the database refuses %s', async (_, invalid) => {
  const [{ productId } = { productId: 0 }] = await Variant.findAll({ limit: 1 });
  const row = { productId, sku: 'fresh', options: {}, priceCents: 1, stock: 1, position: 0, ...invalid };
  await expect(t.database.transaction(() => Variant.create(row))).rejects.toThrow();
});

test('a queue of transactions leaves turns to the event loop', async () => {
  let committed = 0;
  let inTime: number | undefined;
  setImmediate(() => (inTime = committed));
  const update = async () => {
    await t.database.transaction(() => t.database.execute('UPDATE categories SET position = position', []));
    committed += 1;
  };
  await Promise.all(Array.from({ length: 20 }, update));
  expect(committed).toBe(20);
  expect(inTime).toBeLessThan(5);
});
