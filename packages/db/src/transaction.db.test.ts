import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Category } from './models/category.ts';
import { Product } from './models/product.ts';
import { Variant } from './models/variant.ts';
import { literal, Op } from './query.ts';
import { openTestDatabase, type TestDatabase } from './testing/test-database.ts';
import { TransactionScope } from './transaction.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
});
afterAll(() => t[Symbol.asyncDispose]());

const category = (slug: string) =>
  Category.create({ slug, name: slug, parentId: null, position: 0, accent: 1, imageUrl: null });

async function variant(sku: string, stock: number): Promise<Variant> {
  return t.database.transaction(async () => {
    const row = { slug: sku, name: sku, description: '', tagline: null, status: 'active' } as const;
    const { id: productId } = await Product.create(row);
    return Variant.create({ productId, sku, options: {}, priceCents: 100, stock, position: 0 });
  });
}

test('what is thrown away leaves nothing behind, and nobody is told', async () => {
  const told: string[] = [];
  const failing = t.database.transaction(async () => {
    TransactionScope.current()?.afterCommit(() => told.push('done'));
    await category('gone');
    throw new Error('Never mind.');
  });
  await expect(failing).rejects.toThrow('Never mind.');
  expect(await Category.count({ where: { slug: 'gone' } })).toBe(0);
  expect(told).toEqual([]);
});

test('what is kept is told after it is there', async () => {
  const told: string[] = [];
  await t.database.transaction(async () => {
    TransactionScope.current()?.afterCommit(() => told.push('done'));
    await category('kept');
    expect(told).toEqual([]);
  });
  expect(await Category.count({ where: { slug: 'kept' } })).toBe(1);
  expect(told).toEqual(['done']);
});

test('a transaction inside another shares its fate', async () => {
  const failing = t.database.transaction(async () => {
    await t.database.transaction(() => category('inner'));
    throw new Error('Never mind.');
  });
  await expect(failing).rejects.toThrow('Never mind.');
  expect(await Category.count({ where: { slug: 'inner' } })).toBe(0);
});

/** What the database says where only another try can help. */
const deadlock = () =>
  Object.assign(new Error('Try again.'), {
    code: t.database.dialect.name === 'mysql' ? 'ER_LOCK_DEADLOCK' : 'SQLITE_BUSY',
  });

test.each([1, 3])(
  'after %d failed rounds it is committed once, and answers what that round answered',
  async (failures) => {
    const told: number[] = [];
    let round = 0;
    const { slug } = await t.database.transaction(async () => {
      round += 1;
      const mine = round;
      TransactionScope.current()?.afterCommit(() => told.push(mine));
      const row = await category(`failed-${failures}-round-${mine}`);
      if (mine <= failures) throw deadlock();
      return row;
    });
    expect(slug).toBe(`failed-${failures}-round-${failures + 1}`);
    expect([round, told]).toEqual([failures + 1, [failures + 1]]);
    const written = await Category.findAll({ where: { slug: { [Op.startsWith]: `failed-${failures}-` } }, raw: true });
    expect(written.map((row) => row.slug)).toEqual([slug]);
  },
);

test('two that lock each other out are both run to the end', async () => {
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

test('stock never falls below zero, whoever writes it', async () => {
  const few = await variant('few', 1);
  const where = { id: few.id };
  const below = t.database.transaction(() => Variant.update({ stock: literal('stock - 2') }, { where }));
  await expect(below).rejects.toThrow();
  expect((await few.reload()).stock).toBe(1);
});

test.each([
  ['a variant of no product', { productId: 999_999 }],
  ['a price below zero', { priceCents: -1 }],
  ['a SKU that is taken', { sku: 'few' }],
])('the database itself refuses %s', async (_, wrong) => {
  const [{ productId } = { productId: 0 }] = await Variant.findAll({ limit: 1 });
  const row = { productId, sku: 'fresh', options: {}, priceCents: 1, stock: 1, position: 0, ...wrong };
  await expect(t.database.transaction(() => Variant.create(row))).rejects.toThrow();
});
