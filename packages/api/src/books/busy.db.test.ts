import { soak } from '@lantern/db/testing/soak';
import { expect, test } from 'vitest';
import { startAdminServices } from '../testing/admin-services.ts';
import { address, stockProduct } from '../testing/test-services.ts';
import { checkBooks } from './check-books.ts';

const { t, api } = await startAdminServices();
const SHOPPERS = 3;
const tokens = ['sim_ok', 'sim_ok', 'sim_declined', 'sim_error'];

/** One shopper after another buys, and cancels every third order; an admin adds to the stock, or refunds a part. */
async function trade(variantId: number, productId: number, orders: number): Promise<void> {
  const { api: shopper } = await t.shopper();
  for (let turn = 0; turn < orders; turn++) {
    await shopper.cart.add({ variantId, quantity: 1 });
    const { totalCents: expectedTotalCents } = await shopper.cart.get();
    const paymentMethod = tokens[turn % tokens.length];
    const checkout = { expectedTotalCents, shippingAddress: address, paymentMethod };
    const placed = await shopper.checkout
      .place({ ...checkout, idempotencyKey: crypto.randomUUID() })
      .then(({ order }) => order.number)
      .catch(() => null);
    if (placed && turn % 3 === 0) await shopper.orders.cancel({ number: placed });
    else if (placed) {
      await api.admin.orders.refund({ number: placed, amountCents: 100, idempotencyKey: crypto.randomUUID() });
    }
    const { version, variants } = await api.admin.products.byId({ id: productId });
    const before = variants[0]?.stock ?? 0;
    const edit = { id: variantId, version, field: 'stock', before, after: before + 1 } as const;
    await api.admin.products.editVariant(edit).catch(() => undefined);
  }
}

test('while shoppers buy and admins edit, nothing differs, and nothing does afterwards', async () => {
  const { variantIds } = await stockProduct(t.services, { name: 'Mug', priceCents: 6000, stock: 3 });
  const variantId = variantIds[0] ?? 0;
  const productId = (await api.admin.products.list({ q: 'Mug' })).items[0]?.id ?? 0;
  let isOpen = true;
  const trading = Promise.all(Array.from({ length: SHOPPERS }, () => trade(variantId, productId, soak(3, 60)))).finally(
    () => {
      isOpen = false;
    },
  );
  const found: unknown[] = [];
  while (isOpen) for await (const difference of checkBooks(t.services)) found.push(difference);
  await trading;
  for await (const difference of checkBooks(t.services)) found.push(difference);
  expect(found).toEqual([]);
}, 120_000);
