import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actingAs } from './activity/actor.ts';
import { Product } from './models/product.ts';
import { User } from './models/user.ts';
import { Variant } from './models/variant.ts';
import { duplicateColumn } from './query.ts';
import { openTestDatabase, type TestDatabase } from './testing/test-database.ts';
import { TransactionScope } from './transaction.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
});
afterAll(() => t[Symbol.asyncDispose]());

const at = new Date('2026-03-31T10:00:00.123Z');
const INSERT_USER = `INSERT INTO users (email, name, nameKey, passwordHash, role, disabled, createdAt, updatedAt)
  VALUES (?, ?, 'ada', 'x', 'customer', ?, ?, ?)`;

const insertUser = (email: string, disabled = false) =>
  t.database.execute(INSERT_USER, [email, "Ada “quoted” \\ 'x' 🦊", disabled, at, at]);

test('a statement writes what a model reads, and reads what a model does', async () => {
  const { insertId, affectedRows } = await t.database.transaction(() => insertUser('types@example.com', true));
  const user = await User.findByPk(insertId, { raw: true, rejectOnEmpty: true });
  expect(user).toMatchObject({ name: "Ada “quoted” \\ 'x' 🦊", disabled: 1, createdAt: at });
  const { rows } = await t.database.execute('SELECT * FROM users WHERE id = ?', [insertId]);
  expect(rows).toEqual([user]);
  expect(affectedRows).toBe(1);
});

test('JSON is parsed, and null is null', async () => {
  const { id } = await variant('json', 3);
  const { rows } = await t.database.execute('SELECT * FROM variants WHERE id = ?', [id]);
  expect(rows).toEqual([await Variant.findByPk(id, { raw: true })]);
  expect(rows).toMatchObject([{ options: { Colour: 'Blue' }, archivedAt: null }]);
});

async function variant(sku: string, stock: number): Promise<Variant> {
  return t.database.transaction(async () => {
    const row = { slug: sku, name: sku, description: '', tagline: null, status: 'active' } as const;
    const { id: productId } = await Product.create(row);
    return Variant.create({ productId, sku, options: { Colour: 'Blue' }, priceCents: 100, stock, position: 0 });
  });
}

test('a statement belongs to the transaction that surrounds it', async () => {
  const failing = t.database.transaction(async () => {
    await insertUser('gone@example.com');
    const { rows } = await t.database.execute('SELECT id FROM users WHERE email = ?', ['gone@example.com']);
    expect(rows).toHaveLength(1);
    expect(await User.count({ where: { email: 'gone@example.com' } })).toBe(1);
    throw new Error('Never mind.');
  });
  await expect(failing).rejects.toThrow('Never mind.');
  expect(await User.count({ where: { email: 'gone@example.com' } })).toBe(0);
});

test('a write outside a transaction is refused', async () => {
  await expect(insertUser('outside@example.com')).rejects.toThrow('inside database.transaction()');
});

test('a row that is there already is left as it is, and reported', async () => {
  const { database } = t;
  const insert = `${INSERT_USER} ${database.dialect.unlessPresent}`;
  const save = (disabled: boolean) =>
    database.transaction(() => database.execute(insert, ['twice@example.com', 'Ada', disabled, at, at]));
  expect((await save(false)).affectedRows).toBe(1);
  expect((await save(true)).affectedRows).toBe(0);
  const rows = await User.findAll({ where: { email: 'twice@example.com' }, raw: true });
  expect(rows.map(({ disabled }) => disabled)).toEqual([0]);
});

test('a violated unique constraint is named as after a write of a model', async () => {
  await t.database.transaction(() => insertUser("o'brien@example.com"));
  const again = t.database.transaction(() => insertUser("o'brien@example.com"));
  const error = await again.catch((thrown: unknown) => thrown);
  expect(duplicateColumn(error)).toBe('email');
  const row = {
    email: "o'brien@example.com",
    name: 'Ada',
    passwordHash: 'x',
    role: 'customer',
    disabled: false,
  } as const;
  const ofModel = await t.database.transaction(() => User.create(row)).catch((thrown: unknown) => thrown);
  expect(duplicateColumn(ofModel)).toBe('email');
});

test('a violated check is the error of a model', async () => {
  const { id } = await variant('check', 1);
  const take = () => t.database.execute('UPDATE variants SET stock = stock - ? WHERE id = ?', [2, id]);
  await expect(t.database.transaction(take)).rejects.toMatchObject({ name: 'SequelizeDatabaseError' });
});

test('an admin changes no audited table past the activity log', async () => {
  const { id } = await variant('audited', 1);
  const admin = { id: 1, email: 'admin@example.com', requestId: null, ip: null };
  const change = () =>
    t.database.transaction(() => t.database.execute('UPDATE variants SET stock = ? WHERE id = ?', [5, id]));
  await expect(actingAs(admin, change)).rejects.toThrow('without an entry in the activity log');
  await change();
  expect((await Variant.findByPk(id))?.stock).toBe(5);
});

test('transactions that deadlock are retried until all have committed', async () => {
  const [one, two] = [await variant('one', 10), await variant('two', 10)];
  const take = ({ id }: Variant) => t.database.execute('UPDATE variants SET stock = stock - 1 WHERE id = ?', [id]);
  const takeBoth = (first: Variant, second: Variant) =>
    t.database.transaction(async () => {
      await take(first);
      await sleep(50);
      await take(second);
    });
  await Promise.all([takeBoth(one, two), takeBoth(two, one), takeBoth(one, two), takeBoth(two, one)]);
  expect([(await one.reload()).stock, (await two.reload()).stock]).toEqual([6, 6]);
});

test('products whose stock has moved are announced once that is committed', async () => {
  const announced: number[][] = [];
  t.database.stock.on('moved', (productIds) => announced.push(productIds));
  const move = (...productIds: number[]) => {
    for (const id of productIds) TransactionScope.current()?.stockMoved.add(id);
  };
  await t.database.transaction(async () => {
    move(1, 2);
    move(2);
    await t.database.transaction(async () => move(3));
    expect(announced).toEqual([]);
  });
  const failing = t.database.transaction(async () => {
    move(4);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await t.database.transaction(async () => undefined);
  expect(announced).toEqual([[1, 2, 3]]);
});
