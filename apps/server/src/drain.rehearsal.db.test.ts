import { address, startTestServices, stockProduct, type TestServices } from '@lantern/api/testing/test-services';
import { Order } from '@lantern/db/models/order';
import { soak } from '@lantern/db/testing/soak';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KeptAliveAnswer, KeptAliveClient } from './testing/kept-alive-client.ts';
import { startServer } from './testing/server-process.ts';

let t: TestServices;
let variantId = 0;
beforeAll(async () => {
  t = await startTestServices();
  variantId = (await stockProduct(t.services, { name: 'Lamp', stock: 100_000, priceCents: 6000 })).variantIds[0] ?? 0;
});
afterAll(() => t[Symbol.asyncDispose]());

const ROUNDS = soak(1, 10);
const CLIENTS = soak(24, 64);

/** What the clients of one server heard. */
class Heard {
  answers = 0;
  /** The numbers of the orders that they were told of. */
  readonly orders: string[] = [];
  readonly lost: string[] = [];

  /** False once the server has stopped listening: it did not accept this request, so it did not lose it. */
  note(what: string, { status, headers, text }: KeptAliveAnswer): boolean {
    if (status === 'ECONNREFUSED') return false;
    const isRefused = status === 503 && 'retry-after' in headers;
    if (status === 200) this.answers += 1;
    else if (!isRefused) this.lost.push(`${what}: ${status} ${text}`);
    return typeof status === 'number';
  }
}

async function keepReading(client: KeptAliveClient, heard: Heard): Promise<void> {
  while (heard.note('read', await client.get('/trpc/cart.get,catalog.categories?batch=1')));
}

async function keepBuying(client: KeptAliveClient, heard: Heard): Promise<void> {
  for (;;) {
    const added = await client.mutate('cart.add', { variantId, quantity: 1 });
    if (!heard.note('add', added)) return;
    if (added.status !== 200) continue;
    const placed = await client.mutate('checkout.place', {
      idempotencyKey: crypto.randomUUID(),
      expectedTotalCents: JSON.parse(added.text).result.data.totalCents,
      shippingAddress: address,
      paymentMethod: 'sim_ok',
      email: 'ada@example.com',
    });
    if (!heard.note('place', placed)) return;
    if (placed.status === 200) heard.orders.push(JSON.parse(placed.text).result.data.order.number);
  }
}

/** Starts a server, stops it under load, and looks at what was heard. Returns its address. */
async function drainUnderLoad(port: string | undefined): Promise<string> {
  await using server = await startServer(t.url, port ? { PORT: port } : {});
  const heard = new Heard();
  const clients = Array.from({ length: CLIENTS }, () => new KeptAliveClient(server.url));
  const running = clients.map((client, n) => (n % 3 === 0 ? keepBuying : keepReading)(client, heard));
  await expect.poll(() => heard.orders.length, { timeout: 60_000 }).toBeGreaterThan(3);
  server.child.kill('SIGTERM');
  await Promise.all(running);
  expect(await server.ended, server.output()).toBe(0);
  expect(heard.lost).toEqual([]);
  expect(await Order.count({ where: { number: heard.orders, status: 'paid' } })).toBe(heard.orders.length);
  console.log(`${heard.answers} answers, ${heard.orders.length} orders, none lost`);
  for (const client of clients) client[Symbol.dispose]();
  return server.url;
}

test(`a server that is told to stop under load answers what ${CLIENTS} kept connections have sent`, async () => {
  let port: string | undefined;
  for (let round = 0; round < ROUNDS; round++) port = new URL(await drainUnderLoad(port)).port;
});
