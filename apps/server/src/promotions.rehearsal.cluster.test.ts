import { createShopClient } from '@lantern/api';
import { guestCheckout } from '@lantern/api/testing/guest';
import { startTestServices, stockProduct } from '@lantern/api/testing/test-services';
import { Order } from '@lantern/db/models/order';
import { Variant } from '@lantern/db/models/variant';
import { expect, test } from 'vitest';
import { startServer } from './testing/server-process.ts';

/* Two servers on one database, and many guests who want the few uses of a coupon. */

const GUESTS = 200;
const USES = 20;
const STOCK = 500;

test('of 200 guests at once on two servers exactly as many use a coupon as its limit allows', async () => {
  await using t = await startTestServices();
  const { promotions } = (await t.admin()).api.admin;
  await promotions.create({ code: 'FEW', kind: 'percent', value: 10, usageLimit: USES, active: true });
  const lamp = { name: 'Lamp', stock: STOCK, priceCents: 6000 };
  const [variantId = 0] = (await stockProduct(t.services, lamp)).variantIds;
  await using first = await startServer(t.url);
  await using second = await startServer(t.url);
  const guests = await Promise.all(
    Array.from({ length: GUESTS }, async (_, n) => {
      const client = createShopClient({ url: [first, second][n % 2]?.url ?? '' });
      await client.cart.add.mutate({ variantId, quantity: 1 });
      await client.cart.applyCoupon.mutate({ code: 'few' });
      return client;
    }),
  );

  const placed = await Promise.allSettled(
    guests.map((client) => client.checkout.place.mutate({ ...guestCheckout(), expectedTotalCents: 5400 })),
  );
  const refusals = placed.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  expect(refusals).toHaveLength(GUESTS - USES);
  for (const refusal of refusals) expect(refusal).toMatchObject({ data: { reason: 'coupon_used_up' } });
  expect((await promotions.list()).map(({ used }) => used)).toEqual([USES]);
  const orders = await Order.findAll({ attributes: ['status', 'totalCents', 'couponCode'], raw: true });
  expect(orders).toEqual(Array.from({ length: USES }, () => ({ status: 'paid', totalCents: 5400, couponCode: 'FEW' })));
  expect((await Variant.findByPk(variantId, { rejectOnEmpty: true })).stock).toBe(STOCK - USES);
}, 240_000);
