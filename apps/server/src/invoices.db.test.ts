import { issueDueInvoices } from '@lantern/api/invoices/issue';
import { address, stockProduct } from '@lantern/api/testing/test-services';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkout, type HttpStore, newCustomer, startHttpStore } from './testing/http-store.ts';

let store: HttpStore;
let variantId = 0;
beforeAll(async () => {
  store = await startHttpStore();
  [variantId = 0] = (await stockProduct(store.services, { name: 'Lamp', stock: 100, priceCents: 6000 })).variantIds;
});
beforeEach(() => {
  store.log.length = 0;
});
afterAll(() => store[Symbol.asyncDispose]());

type Client = ReturnType<HttpStore['client']>;

const notFound = { status: 404, body: { error: { data: { code: 'NOT_FOUND' } } } };

/** Buys a lamp and issues the invoice. */
async function buy(client: Client, more: object = {}) {
  await client.mutate('cart.add', { variantId, quantity: 1 });
  const { order } = (await client.mutate('checkout.place', { ...checkout(), ...more })).body.result.data;
  await issueDueInvoices(store.services);
  return order;
}

async function customer(): Promise<Client> {
  const client = store.client();
  await client.mutate('auth.register', newCustomer());
  return client;
}

async function admin(): Promise<Client> {
  const client = store.client();
  const { email } = await store.admin();
  await client.mutate('auth.login', { email, password: 'correct horse' });
  return client;
}

test('an invoice and credit notes are for the customer and admins; to everyone else they do not exist', async () => {
  const owner = await customer();
  const { number } = await buy(owner);
  const { invoiceUrl, creditNotes } = (await owner.query('orders.byNumber', { number })).body.result.data;
  expect(invoiceUrl).toMatch(/^\/invoices\/\d{4}-\d{6}\.pdf$/);
  expect(creditNotes).toEqual([]);
  const answer = await owner.send(invoiceUrl);
  expect([answer.status, answer.text.slice(0, 5)]).toEqual([200, '%PDF-']);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'private, no-store',
    'content-disposition': `attachment; filename="invoice-${invoiceUrl.slice('/invoices/'.length)}"`,
  });
  const merchant = await admin();
  expect((await merchant.send(invoiceUrl)).status).toBe(200);
  for (const other of [await customer(), store.client()]) expect(await other.send(invoiceUrl)).toMatchObject(notFound);

  await owner.mutate('orders.cancel', { number });
  await issueDueInvoices(store.services);
  const seen = (await merchant.query('admin.orders.byNumber', { number })).body.result.data;
  expect(seen).toMatchObject({ invoiceUrl, creditNotes: [{ url: `/invoices/${seen.creditNotes[0].number}.pdf` }] });
  const [note] = seen.creditNotes;
  expect((await owner.send(note.url)).headers.get('content-disposition')).toContain(`credit-note-${note.number}.pdf`);
  expect(await store.client().send(note.url)).toMatchObject(notFound);
});

test('a number that does not exist, and whatever is not one, is not found', async () => {
  const merchant = await admin();
  for (const path of ['2026-999999.pdf', '2026-000001', '2026-000001.html', '..%2Fx.pdf', '%00.pdf', "1' OR 1.pdf"]) {
    expect(await merchant.send(`/invoices/${path}`), path).toMatchObject(notFound);
  }
});

test('a guest opens documents with links that open nothing else, expire, and are not logged', async () => {
  const guest = store.client();
  const buyer = { email: newCustomer().email, shippingAddress: address };
  const { number, accessToken } = await buy(guest, buyer);
  const other = await buy(store.client(), { ...buyer, email: newCustomer().email });
  const query = (order: object) => store.client().query('orders.byNumber', order);
  const { invoiceUrl } = (await query({ number, accessToken })).body.result.data;
  const [path, token] = invoiceUrl.split('?token=');
  const [otherPath] = (await query(other)).body.result.data.invoiceUrl.split('?');
  const reader = store.client();
  store.log.length = 0;
  expect((await reader.send(invoiceUrl)).status).toBe(200);
  expect(store.log.length).toBeGreaterThan(0);
  expect(store.log.join()).not.toContain(token);
  const expired = await store.services.accessTokens.issue(path.slice('/invoices/'.length, -'.pdf'.length), -1);
  for (const wrong of [
    ...[
      path,
      `${path}?token=`,
      `${path}?token=${token}&token=${token}`,
      `${path}?token=${token.slice(0, -1)}${token.endsWith('A') ? 'E' : 'A'}`,
    ],
    ...[`${path}?token=${accessToken}`, `${otherPath}?token=${token}`, `${path}?token=${expired}`],
  ]) {
    expect(await reader.send(wrong), wrong).toMatchObject(notFound);
  }
  // It opens the document, not the order.
  expect(await query({ number, accessToken: decodeURIComponent(token) })).toMatchObject({ status: 404 });
  // A token decides alone, as for orders.
  expect(await (await admin()).send(`${path}?token=${expired}`)).toMatchObject(notFound);
});

test('reading documents counts towards the limit of requests', async () => {
  await using limited = await startHttpStore({ rateLimits: true });
  const { requestLimits } = limited.services;
  await Promise.all(Array.from({ length: 3000 }, () => requestLimits.take('read', '127.0.0.1')));
  expect(await limited.client().send('/invoices/2026-000001.pdf')).toMatchObject({ status: 429 });
});
