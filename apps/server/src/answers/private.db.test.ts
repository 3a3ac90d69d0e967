import { proceduresUnder } from '@lantern/api/testing/procedures';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addresses } from '../testing/catalog-reads.ts';
import { checkout, type HttpStore, httpClient, newCustomer, startHttpStore } from '../testing/http-store.ts';
import { merchant } from '../testing/merchant.ts';

/* Nothing that was made for one person is ever sent to another, whatever is kept. */

let t: HttpStore;
let variantId: number;
beforeAll(async () => {
  t = await startHttpStore({ withModel: true });
  const store = await merchant(t.url, { email: (await t.admin()).email, password: 'correct horse' });
  await store.create('Mug', 6000);
  const bowl = await store.create('Bowl', 6000);
  variantId = bowl.variants[0].id;
  await vi.waitFor(() => expect(t.services.model?.isFresh).toBe(true), { timeout: 10_000 });
});
afterAll(() => t[Symbol.asyncDispose]());

/** A customer with an order, an address and something in the cart. Only they know the marks. */
async function customer() {
  const client = httpClient(t.url);
  const account = { ...newCustomer(), name: `Name ${crypto.randomUUID()}` };
  const line1 = `Street ${crypto.randomUUID()}`;
  await client.mutate('auth.register', account);
  await client.mutate('cart.add', { variantId, quantity: 1 });
  const input = checkout();
  const shippingAddress = { ...input.shippingAddress, line1 };
  const placed = await client.mutate('checkout.place', { ...input, shippingAddress });
  expect([placed.status, placed.text]).toEqual([200, expect.anything()]);
  await client.mutate('account.updateShipping', shippingAddress);
  await client.mutate('cart.add', { variantId, quantity: 2 });
  const { number } = placed.body.result.data.order;
  return { client, number, key: input.idempotencyKey, marks: [account.email, account.name, line1, number] };
}

type Customer = Awaited<ReturnType<typeof customer>>;

/** The address of every query that is not for admins, with what the customer would ask for. */
function personalPathsOf({ number, key }: Customer): string[] {
  const inputs: Record<string, object> = {
    'orders.byNumber': { number },
    'checkout.progress': { idempotencyKey: key },
  };
  const queries = proceduresUnder('').filter(({ path, type }) => type === 'query' && !/^(admin|catalog)\./.test(path));
  const own = queries.map(({ path }) => {
    const input = inputs[path];
    return `/trpc/${path}${input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : ''}`;
  });
  return [...own, '/trpc/catalog.categories,auth.me,account.shipping?batch=1'];
}

const pathsOf = (person: Customer) => [...personalPathsOf(person), ...addresses];

test('whoever asks, logged in or out, and in whatever order, gets nothing of somebody else', async () => {
  const people = [await customer(), await customer()];
  const guest = httpClient(t.url);
  const seen = new Set<string>();
  for (let times = 0; times < 2; times++) {
    for (const person of people) {
      const others = people.flatMap(({ marks }) => marks).filter((mark) => !person.marks.includes(mark));
      for (const path of people.flatMap(pathsOf)) {
        const { text, headers } = await person.client.send(path);
        for (const mark of person.marks) if (text.includes(mark)) seen.add(mark);
        // The number that was asked for is in the address; an error may repeat it.
        for (const mark of others.filter((other) => !path.includes(other))) expect(text, path).not.toContain(mark);
        if (!addresses.includes(path)) expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
        const asGuest = await guest.send(path);
        for (const mark of people.flatMap(({ marks }) => marks)) {
          if (!path.includes(mark)) expect(asGuest.text, path).not.toContain(mark);
        }
      }
    }
  }
  // Otherwise nothing was looked at.
  expect([...seen].sort()).toEqual(people.flatMap(({ marks }) => marks).sort());
});

test('a guest’s order and progress are for its guest, or whoever has the link', async () => {
  const [guest, other] = [httpClient(t.url), httpClient(t.url)];
  const line1 = `Street ${crypto.randomUUID()}`;
  const { shippingAddress, ...rest } = checkout();
  const input = { ...rest, email: newCustomer().email, shippingAddress: { ...shippingAddress, line1 } };
  for (const { mutate } of [guest, other]) await mutate('cart.add', { variantId, quantity: 1 });
  const { number, accessToken } = (await guest.mutate('checkout.place', input)).body.result.data.order;
  const progress = { idempotencyKey: input.idempotencyKey };
  expect((await guest.query('checkout.progress', progress)).body.result.data.number).toBe(number);
  for (const client of [other, (await customer()).client]) {
    expect((await client.query('checkout.progress', progress)).body.result.data.number).toBeNull();
    for (const wrong of [undefined, 'x', `${accessToken}x`]) {
      expect((await client.query('orders.byNumber', { number, accessToken: wrong })).text).not.toContain(line1);
    }
    const opened = await client.query('orders.byNumber', { number, accessToken });
    expect([opened.body.result.data.shippingAddress.line1, opened.headers.get('cache-control')]).toEqual([
      line1,
      'no-store',
    ]);
  }
});

test('after a logout, the same client gets nothing of before', async () => {
  const person = await customer();
  for (const path of pathsOf(person)) await person.client.send(path);
  await person.client.mutate('auth.logout');
  for (const path of pathsOf(person)) {
    const { text } = await person.client.send(path);
    for (const mark of person.marks) if (!path.includes(mark)) expect(text, path).not.toContain(mark);
  }
});
