import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { StockMovement } from '@lantern/db/models/stock-movement';
import { expect, test } from 'vitest';
import { startAdminServices } from '../testing/admin-services.ts';
import { returnOf } from '../testing/returns.ts';
import { sell } from '../testing/sale.ts';
import { failureOf } from '../testing/test-services.ts';
import { reserveStock } from './stock.ts';

const { t, api } = await startAdminServices();
const { products, orders, returns, activity } = api.admin;

/** The movements of a variant, oldest first; its stock is always their sum. */
async function movesOf(variantId: number) {
  const moves = await StockMovement.findAll({ where: { variantId }, order: ['id'], raw: true });
  const [row] = await t.database.select<{ stock: number }>('SELECT stock FROM variants WHERE id = :variantId', {
    variantId,
  });
  expect(moves.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(row?.stock);
  return moves;
}

const said = async (variantId: number) =>
  (await movesOf(variantId)).map(({ reason, quantity }) => `${reason} ${quantity}`);

test('sales, failed payments, cancellations, refunds and returns are movements with their order', async () => {
  const cancelled = await sell(t, { quantity: 2 });
  await cancelled.api.orders.cancel({ number: cancelled.number });
  expect(await said(cancelled.variantId)).toEqual(['initial 5', 'sale -2', 'cancellation 2']);
  const refunded = await sell(t, { quantity: 5 });
  const { items } = await orders.byNumber({ number: refunded.number });
  const restock = [{ itemId: items[0]?.id ?? 0, quantity: 3 }];
  await orders.refund({ number: refunded.number, amountCents: 100, restock, idempotencyKey: crypto.randomUUID() });
  expect(await said(refunded.variantId)).toEqual(['initial 5', 'sale -5', 'refund 3']);
  const { returned, variantId } = await returnOf(t, { admin: api.admin });
  await returns.decide({ id: returned.id, accept: true });
  await returns.receive({ id: returned.id, restock: true });
  const moves = await movesOf(variantId);
  expect(moves.map(({ reason }) => reason)).toEqual(['initial', 'sale', 'return']);
  expect(new Set(moves.slice(1).map(({ orderId }) => orderId)).size).toBe(1);
  await failureOf(sell(t, { token: 'sim_declined', name: 'Poor' }));
  const failed = await StockMovement.findAll({ where: { reason: 'payment_failed' }, raw: true });
  expect(failed).toMatchObject([{ quantity: 1, orderId: expect.any(Number) }]);
});

test('what admins do is a movement with its entry in the log, also an undo', async () => {
  const variant = { sku: 'LEDGER-1', options: {}, priceCents: 900, stock: 10 };
  const made = await products.create({
    name: 'Mug',
    description: '',
    status: 'active',
    categorySlugs: [],
    variants: [variant],
  });
  const id = made.variants[0]?.id ?? 0;
  const { version } = await products.editVariant({ id, version: made.version, field: 'stock', before: 10, after: 14 });
  await t.database.transaction(() => reserveStock([{ variantId: id, name: 'Mug', quantity: 1, available: 1 }]));
  const fuller = { ...variant, id, stock: 20, stockBefore: 13 };
  await products.update({ id: made.id, version, variants: [fuller] });
  const { seq } = (await activity.list({ limit: 1 })).items[0] ?? { seq: 0 };
  await activity.undo({ seq });
  expect(await said(id)).toEqual(['initial 10', 'admin 4', 'sale -1', 'admin 7', 'admin -7']);
  const moves = await movesOf(id);
  expect(moves.map(({ entrySeq }) => entrySeq !== null)).toEqual([true, true, false, true, true]);
  expect(moves[3]?.entrySeq).toBe(seq);
});

test('nothing else in the store writes stock past the rows of the model', () => {
  const root = fileURLToPath(new URL('../../../../', import.meta.url));
  const sources = ['packages/api/src', 'packages/db/src', 'apps/server/src'];
  const files = sources
    .flatMap((folder) => readdirSync(`${root}/${folder}`, { recursive: true }).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith('.ts') && !/\.test\.|testing/.test(file));
  const writer =
    /(?:UPDATE|INTO) variants\b|insert\(\s*'variants'|Variant(?:\.unscoped\(\))?\.(?:update|bulkCreate|increment|decrement|upsert)\(/;
  expect(files.filter((file) => writer.test(readFileSync(`${root}/${file}`, 'utf8'))).sort()).toEqual([
    'packages/api/src/books/checks/stock.ts',
    'packages/api/src/stock/stock.ts',
    'packages/api/src/stock/take-stock.ts',
    'packages/db/src/seed/catalogue-writer.ts',
  ]);
});
