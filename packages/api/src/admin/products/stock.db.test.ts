import { seededRandom } from '@lantern/db/testing/seeded';
import { soak } from '@lantern/db/testing/soak';
import { expect, test } from 'vitest';
import { startAdminServices } from '../../testing/admin-services.ts';
import { sell } from '../../testing/sale.ts';

const random = seededRandom();

test('products sorted by stock are so after sales, cancellations and edits', async () => {
  const { t, api } = await startAdminServices();
  const { products, orders } = api.admin;
  for (let step = 0; step < soak(15, 200); step++) {
    const quantity = 1 + Math.floor(random() * 3);
    const { number } = await sell(t, { quantity, stock: 3 + Math.floor(random() * 5) });
    if (random() < 0.3) await orders.setStatus({ number, status: 'cancelled' });
    const { items } = await products.list({ sort: 'stock_asc', limit: 100 });
    const stocks = items.map(({ stock }) => stock);
    expect(stocks).toEqual(stocks.toSorted((a, b) => a - b));
    expect(items).toHaveLength(step + 1);
    const { id } = items[Math.floor(random() * items.length)] ?? { id: 0 };
    const { version, variants } = await products.byId({ id });
    if (random() < 0.5)
      await products.update({ id, version, variants: variants.map((one) => ({ ...one, stock: step })) });
  }
});
