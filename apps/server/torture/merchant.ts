import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createShopClient } from '@lantern/api';
import { adminLogin } from '../src/testing/server-process.ts';
import { unlessRefused } from './refusal.ts';
import type { Shop } from './shopper.ts';

const PAUSE_MS = 600;
const REFUND_CENTS = 100;

type Client = ReturnType<typeof createShopClient>;

/** Logs an admin in. */
export async function adminClient({ url, fetch }: Pick<Shop, 'url' | 'fetch'>): Promise<Client> {
  const client = createShopClient({ url, fetch });
  await client.auth.login.mutate(adminLogin);
  return client;
}

/** Ships, refunds and cancels orders as they come in, and takes in goods of a product that nobody else edits. */
export async function runShop(shop: Shop, productId: number, isOver: () => boolean): Promise<void> {
  const { told, random } = shop;
  const client = await adminClient(shop);
  for (let round = 1; !isOver(); round++) {
    await sleep(random() * PAUSE_MS);
    await told.noting('an admin', actOnce(client, shop, productId, round));
  }
}

async function actOnce(client: Client, shop: Shop, productId: number, round: number): Promise<void> {
  const { told, random } = shop;
  const { orders } = client.admin;
  const { paid } = told;
  const { number } = paid[Math.floor(random() * paid.length)] ?? {};
  const choice = random();
  if (choice < 0.3 || !number) return takeIn(client, shop, productId, round);
  if (choice < 0.6) {
    await unlessRefused(orders.fulfil.mutate({ number }), 'illegal_transition', 'parcel_too_large');
  } else if (choice < 0.85) await refundSome(client, shop, number);
  else {
    told.closing.add(number);
    const cancelled = orders.setStatus.mutate({ number, status: 'cancelled' });
    await unlessRefused(cancelled, 'illegal_transition', 'changed_since');
  }
}

/** Adds a piece to the stock of the first variant, under a description that no other edit has. */
async function takeIn(client: Client, { told }: Pick<Shop, 'told'>, id: number, round: number): Promise<void> {
  const { version, variants } = await client.admin.products.byId.query({ id });
  const description = `Edit ${round} of product ${id}`;
  const saved = await unlessRefused(
    client.admin.products.update.mutate({
      id,
      version,
      description,
      variants: variants.map(({ id: variantId, sku, options, priceCents, stock }, n) => ({
        id: variantId,
        sku,
        options,
        priceCents,
        stock: stock + (n === 0 ? 1 : 0),
        stockBefore: stock,
      })),
    }),
    'version_conflict',
  );
  // Nobody else edits it: an earlier attempt, whose answer was lost, has saved the change.
  const now = saved ?? (await client.admin.products.byId.query({ id }));
  if (now.description !== description)
    told.contradictions.push(`product ${id}: ${now.description} after ${description}`);
  const [first] = variants;
  if (first) told.stocked.set(first.id, (told.stocked.get(first.id) ?? 0) + 1);
  told.edits.push(description);
}

async function refundSome(client: Client, { told }: Pick<Shop, 'told'>, number: string): Promise<void> {
  const { items } = await client.admin.orders.byNumber.query({ number });
  const refund = {
    number,
    amountCents: REFUND_CENTS,
    restock: items.slice(0, 1).map(({ id: itemId }) => ({ itemId, quantity: 1 })),
    idempotencyKey: randomUUID(),
  };
  const refused = ['refund_too_large', 'restock_too_large', 'illegal_transition'];
  if (!(await unlessRefused(client.admin.orders.refund.mutate(refund), ...refused))) return;
  told.refundedCents.set(number, (told.refundedCents.get(number) ?? 0) + REFUND_CENTS);
}
