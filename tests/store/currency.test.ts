import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createShopClient } from '@lantern/api';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bundle, spawnStore } from '../../apps/server/src/testing/server-process.ts';

/* A store in yen, which have no decimals: none of what it writes may be in euros, or divided by a hundred. */

let store: ReturnType<typeof spawnStore>;
let url: string;
beforeAll(async () => {
  store = spawnStore([process.execPath, ...bundle()], { SEED: 'demo', CURRENCY: 'JPY' });
  url = await store.opened();
}, 120_000);
afterAll(() => store.end('SIGTERM'));

async function textOf(path: string): Promise<string> {
  const response = await fetch(url + path, { headers: { accept: '*/*' } });
  return response.text();
}

test('pages, also what search engines read of them, are in yen as their language writes them', async () => {
  const client = createShopClient({ url });
  const { items } = await client.catalog.search.query({ q: 'teapot under ¥100000' });
  const { slug = '', priceCents = 0 } = items[0] ?? {};
  const digits = priceCents.toLocaleString('en');
  const english = await textOf(`/p/${slug}`);
  expect(english).toContain('data-currency="JPY 0"');
  expect(english).toContain(`¥${digits}`);
  expect(english).toContain(`"price":"${priceCents}","priceCurrency":"JPY"`);
  expect(await textOf(`/de/p/${slug}`)).toContain(`${priceCents.toLocaleString('de')}\u00a0¥`);
  expect(english + (await textOf('/')) + (await textOf('/cart'))).not.toMatch(/€|EUR/);
  expect(await textOf('/pages/terms')).toContain('Prices are in Japanese yen');
  const feed = await textOf('/feeds/products.xml');
  expect(feed).toContain(`<g:price>${priceCents} JPY</g:price>`);
  expect(feed).not.toMatch(/€|EUR/);
});

test('orders and what is mailed of them are in yen', async () => {
  const client = createShopClient({ url });
  await client.auth.register.mutate({ email: 'ada@example.com', password: 'correct horse battery', name: 'Ada' });
  const { items } = await client.catalog.search.query({ q: 'teapot', inStock: true });
  const { variants } = await client.catalog.bySlug.query({ slug: items[0]?.slug ?? '' });
  const variant = variants.find(({ stock }) => stock > 0);
  const cart = await client.cart.add.mutate({ variantId: variant?.id ?? 0, quantity: 1 });
  const { order } = await client.checkout.place.mutate({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: cart.totalCents,
    shippingAddress: { fullName: 'Ada', line1: '1 Ginza', city: 'Tokyo', postalCode: '104-0061', country: 'JP' },
    paymentMethod: 'sim_ok',
  });
  const mail = await vi.waitFor(() => mailAbout(order.number), { timeout: 20_000 });
  expect(mail).toContain(`¥${order.totalCents.toLocaleString('en')}`);
  expect(mail).not.toMatch(/€|EUR/);
}, 60_000);

test('a store that was begun in yen does not start in euros', async () => {
  const other = spawnStore([process.execPath, ...bundle()], { DATABASE_URL: store.databaseUrl, CURRENCY: 'EUR' });
  expect(await other.ended).toBe(1);
  expect(other.output()).toContain(
    'CURRENCY cannot be used: the amounts of this store are in JPY, not in EUR (set CURRENCY to JPY, or begin with an empty database).',
  );
}, 60_000);

/** The text of the mail that names an order. @throws until it has been sent. */
async function mailAbout(number: string): Promise<string> {
  const files = readdirSync(store.mailDir).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(files.map((name) => simpleParser(readFileSync(join(store.mailDir, name)))));
  const text = mails.map((mail) => mail.text ?? '').find((one) => one.includes(number));
  if (text === undefined) throw new Error(`There is no mail about ${number}.`);
  return text;
}
