import type { AdminApi } from './admin-services.ts';
import { type Sale, sell } from './sale.ts';
import type { TestServices } from './test-services.ts';

interface ReturnOptions {
  admin: AdminApi['admin'];
  /** What was bought, at 60.00 each. */
  bought?: number;
  /** What comes back. */
  quantity?: number;
}

/** For tests: sells some items and delivers them. */
export async function deliver(
  t: TestServices,
  admin: AdminApi['admin'],
  options: Parameters<typeof sell>[1] = {},
): Promise<Sale & { sku: string }> {
  const sale = await sell(t, options);
  await admin.orders.setStatus({ number: sale.number, status: 'shipped' });
  const { items } = await admin.orders.setStatus({ number: sale.number, status: 'delivered' });
  return { ...sale, sku: items[0]?.sku ?? '' };
}

/** For tests: a delivered order whose customer has requested a return. */
export async function returnOf(t: TestServices, { admin, bought = 1, quantity = 1 }: ReturnOptions) {
  const sale = await deliver(t, admin, { quantity: bought });
  const { number, sku, api } = sale;
  const { returns } = await api.orders.requestReturn({ number, items: [{ sku, quantity }], reason: 'Too bright.' });
  const [returned] = returns;
  if (!returned) throw new Error('A return expected.');
  return { ...sale, returned };
}
