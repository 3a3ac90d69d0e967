import { Variant } from '@lantern/db/models/variant';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sell } from '../testing/sale.ts';
import { startTestServices, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());

test('orders are announced with their products, and those that may have sold out with everything', async () => {
  const { changes } = t.services;
  const stock = vi.fn();
  const all = vi.fn();
  await vi.waitFor(() => expect(changes.pending).toBe(false));
  changes.on('stock', stock).on('all', all);
  const { variantId } = await sell(t, { quantity: 1, stock: 10 });
  const { productId } = await Variant.findByPk(variantId, { rejectOnEmpty: true });
  await vi.waitFor(() => expect(stock).toHaveBeenCalledWith([productId]));
  expect(all).not.toHaveBeenCalled();
  await sell(t, { quantity: 5, stock: 5 });
  await vi.waitFor(() => expect(all).toHaveBeenCalled());
});

test('what this process commits is announced before anybody learns of the commit, even while nothing is followed', async () => {
  const { changes } = t.services;
  const { api } = await t.admin();
  await vi.waitFor(() => expect(changes.pending).toBe(false));
  await t.open[Symbol.asyncDispose]();
  const all = vi.fn();
  changes.on('all', all);
  await api.admin.categories.create({ name: 'Kitchen' });
  expect(all).toHaveBeenCalled();
  await sell(t);
  expect(changes.pending).toBe(true);
});
