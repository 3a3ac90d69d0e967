/** Buys a teapot from a running store: `npx tsx examples/buy.ts http://127.0.0.1:3000`. */
import { randomUUID } from 'node:crypto';
import { createShopClient } from '@lantern/api';

const [url = 'http://127.0.0.1:3000'] = process.argv.slice(2);
const store = createShopClient({ url });

await store.auth.register.mutate({
  email: `${randomUUID()}@example.com`,
  password: 'correct horse battery',
  name: 'Ada Lovelace',
});

const { items } = await store.catalog.search.query({ q: 'teepot', inStock: true });
const product = await store.catalog.bySlug.query({ slug: items[0]?.slug ?? '' });
const variant = product.variants.find(({ stock }) => stock > 0);
if (!variant) throw new Error(`${product.name} is sold out.`);

const cart = await store.cart.add.mutate({ variantId: variant.id, quantity: 1 });
const { order } = await store.checkout.place.mutate({
  idempotencyKey: randomUUID(),
  expectedTotalCents: cart.totalCents,
  shippingAddress: {
    fullName: 'Ada Lovelace',
    line1: "12 St James's Square",
    city: 'London',
    postalCode: 'SW1Y 4JH',
    country: 'GB',
  },
  paymentMethod: 'sim_ok',
});

const { code, digits } = (await store.checkout.options.query({})).currency;
const total = new Intl.NumberFormat('en', { style: 'currency', currency: code }).format(
  order.totalCents / 10 ** digits,
);
console.log(`${product.name}: order ${order.number} is ${order.status}, ${total}`);
