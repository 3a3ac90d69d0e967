import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createShopClient } from '@lantern/api';
import type { Page } from '@playwright/test';
import { openSql, type Sql } from '../../server/bench/limits/sql.ts';
import { type ServerProcess, startServer } from '../../server/src/testing/server-process.ts';
import { addToCart, cards, cartLink, enterAddress, newCustomer, payWith } from './shopper.ts';
import { expect, test } from './test.ts';

/* Each with a server of its own, which can be killed without others noticing. */
test.slow();

let folder: string;
let server: ServerProcess;
let ledger: Sql;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-killed-'));
  const databaseUrl = `sqlite:${join(folder, 'store.db')}`;
  server = await startServer(databaseUrl, { SEED: 'demo' });
  ledger = openSql(databaseUrl);
});
test.afterEach(async () => {
  await ledger.close();
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** How much the provider has taken, charge by charge, in integer cents. */
async function charges(): Promise<number[]> {
  const rows = await ledger.query<{ amountCents: number }>('SELECT amountCents FROM provider_charges ORDER BY id');
  return rows.map(({ amountCents }) => amountCents);
}

/** Pays as a new customer, and kills the server once the money is taken and before it has answered. */
async function payAndLoseTheAnswer(page: Page) {
  const { url } = server;
  const person = newCustomer();
  const client = createShopClient({ url });
  await client.auth.register.mutate(person);
  const data = { email: person.email, password: person.password };
  await page.request.post(`${url}/trpc/auth.login`, { data, headers: { origin: url } });
  await page.goto(`${url}/p/kitchen-radio`);
  await addToCart(page);
  await page.goto(`${url}/checkout`);
  await enterAddress(page);
  await payWith(page, cards.silent);
  await expect.poll(charges).toHaveLength(1);
  await server.kill();
  return client;
}

test('a shopper whose server died over their payment comes back to one paid order', async ({ page, browserErrors }) => {
  // Also what a page loads when it has nothing else to do.
  browserErrors.allow(/^net::ERR_\w+ .*\/(?:trpc|assets)\//);
  const client = await payAndLoseTheAnswer(page);
  server = await server.restart();

  await test.step('in another tab, which knows nothing of the payment', async () => {
    const other = await page.context().newPage();
    await expect(async () => {
      await other.goto(`${server.url}/orders`);
      await expect(other.getByRole('main')).toContainText('Paid', { timeout: 2000 });
    }).toPass();
    await expect(cartLink(other, 0)).toBeVisible();
    await other.close();
  });

  await test.step('in the tab they have paid in', async () => {
    await page.reload();
    await expect(page).toHaveURL(/\/orders\/L-/);
    await expect(page.getByText('Payment received')).toBeVisible();
    await expect(cartLink(page, 0)).toBeVisible();
  });

  const { items } = await client.orders.list.query({});
  expect(items.map(({ status }) => status)).toEqual(['paid']);
  expect(await charges()).toEqual(items.map(({ totalCents }) => totalCents));
});

test('a shopper who reloads before the store has settled sees the payment end', async ({ page, browserErrors }) => {
  // Also what a page loads when it has nothing else to do.
  browserErrors.allow(/^net::ERR_\w+ .*\/(?:trpc|assets)\//);
  const client = await payAndLoseTheAnswer(page);
  server = await server.restart();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Thank you, Ada Lovelace' })).toBeVisible();
  const { items } = await client.orders.list.query({});
  expect(items.map(({ status }) => status)).toEqual(['paid']);
  expect(await charges()).toEqual(items.map(({ totalCents }) => totalCents));
});
