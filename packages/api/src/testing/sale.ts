import { address, stockProduct, type TestServices } from './test-services.ts';

const PRICE_CENTS = 6000;

export interface Sale {
  number: string;
  variantId: number;
  /** The API as the customer who bought. */
  api: Awaited<ReturnType<TestServices['shopper']>>['api'];
}

/** For tests: a new customer buys `quantity` of `stock` items at 60.00 each, unless they have another price. */
export async function sell(
  t: TestServices,
  { quantity = 1, stock = 5, token = 'sim_ok', name = 'Ada', priceCents = PRICE_CENTS } = {},
): Promise<Sale> {
  const product = { name: `Lamp ${crypto.randomUUID()}`, stock, priceCents };
  const [variantId = 0] = (await stockProduct(t.services, product)).variantIds;
  const { api } = await t.shopper(name);
  await api.cart.add({ variantId, quantity });
  const { order } = await api.checkout.place({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: priceCents * quantity,
    shippingAddress: address,
    paymentMethod: token,
  });
  return { number: order.number, variantId, api };
}
