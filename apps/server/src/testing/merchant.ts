import { expect } from 'vitest';
import { checkout, httpClient, newCustomer } from './http-store.ts';

/** Changes the store over HTTP as its admin, and as customers do; each change must succeed. */
export async function merchant(url: string, login: { email: string; password: string }) {
  const admin = httpClient(url);
  await admin.mutate('auth.login', login);
  const shopper = httpClient(url);
  await shopper.mutate('auth.register', newCustomer());

  const done = async ({ mutate }: ReturnType<typeof httpClient>, procedure: string, input: object) => {
    const answer = await mutate(procedure, input);
    expect([procedure, answer.status, answer.text]).toEqual([procedure, 200, expect.anything()]);
    return answer.body.result.data;
  };
  const change = (procedure: string, input: object) => done(admin, procedure, input);
  return {
    admin,
    change,
    create: (name: string, priceCents: number, stock = 50) =>
      change('admin.products.create', {
        name,
        description: `A ${name}.`,
        status: 'active',
        categorySlugs: [],
        variants: [{ sku: name.toUpperCase(), options: {}, priceCents, stock }],
      }),
    /** A customer buys the variant; returns the order's number. */
    async sell(variantId: number, quantity: number): Promise<string> {
      await done(shopper, 'cart.add', { variantId, quantity });
      const { totalCents } = (await shopper.query('cart.get')).body.result.data;
      const { order } = await done(shopper, 'checkout.place', { ...checkout(), expectedTotalCents: totalCents });
      return order.number;
    },
    cancel: (number: string) => done(shopper, 'orders.cancel', { number }),
  };
}
