import { expect, test } from 'vitest';
import { startAdminServices } from '../../testing/admin-services.ts';
import { guestCheckout, guestWith } from '../../testing/guest.ts';
import { sell } from '../../testing/sale.ts';
import { failureOf } from '../../testing/test-services.ts';

const { t, api } = await startAdminServices();
const { products, orders, activity } = api.admin;

/** All pages of a variant's history, read two rows at a time. */
async function historyOf(variantId: number) {
  const items: Awaited<ReturnType<typeof products.stockHistory>>['items'] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await products.stockHistory({ variantId, cursor, limit: 2 });
    expect(page.items.length).toBeLessThanOrEqual(2);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

test('what has changed the stock, newest first, with the stock then, the order and the admin', async () => {
  const { number, variantId, api: customer } = await sell(t, { quantity: 2 });
  const { items } = await orders.byNumber({ number });
  const restock = [{ itemId: items[0]?.id ?? 0, quantity: 1 }];
  await orders.refund({ number, amountCents: 100, restock, idempotencyKey: crypto.randomUUID() });
  await customer.orders.cancel({ number });
  const { items: listed } = await products.list({ q: items[0]?.sku ?? '' });
  const { version } = await products.byId({ id: listed[0]?.id ?? 0 });
  await products.editVariant({ id: variantId, version, field: 'stock', before: 5, after: 12 });
  const [{ seq } = { seq: 0 }] = (await activity.list({ limit: 1 })).items;
  await activity.undo({ seq });
  const byMira = { actor: 'Mira', isUndo: false };
  expect(await historyOf(variantId)).toMatchObject([
    { reason: 'admin', quantity: -7, stockAfter: 5, orderNumber: null, entry: { ...byMira, isUndo: true } },
    { reason: 'admin', quantity: 7, stockAfter: 12, orderNumber: null, entry: { ...byMira, seq } },
    { reason: 'cancellation', quantity: 1, stockAfter: 5, orderNumber: number, entry: null },
    { reason: 'refund', quantity: 1, stockAfter: 4, orderNumber: number },
    { reason: 'sale', quantity: -2, stockAfter: 3, orderNumber: number, entry: null },
    { reason: 'initial', quantity: 5, stockAfter: 5, orderNumber: null, entry: null },
  ]);
});

test('pages go on where they ended, whatever is sold in between', async () => {
  const { variantId } = await sell(t);
  const { items, nextCursor } = await products.stockHistory({ variantId, limit: 1 });
  expect(items).toMatchObject([{ reason: 'sale', stockAfter: 4 }]);
  await (await guestWith(t, variantId)).api.checkout.place(guestCheckout());
  const before = await products.stockHistory({ variantId, cursor: nextCursor, limit: 1 });
  expect(before).toMatchObject({ items: [{ reason: 'initial', quantity: 5, stockAfter: 5 }], nextCursor: null });
});

test('only admins read it, of a variant that there is', async () => {
  const { variantId, api: customer } = await sell(t);
  const input = { variantId };
  expect(await failureOf(customer.admin.products.stockHistory(input))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await failureOf(t.browser().api.admin.products.stockHistory(input))).toMatchObject({ code: 'UNAUTHORIZED' });
  expect(await failureOf(products.stockHistory({ variantId: 999_999 }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await failureOf(products.stockHistory({ ...input, cursor: 'WzFd' }))).toMatchObject({ code: 'BAD_REQUEST' });
});
