import { fileURLToPath } from 'node:url';
import { issueDueInvoices } from '@lantern/api/invoices/issue';
import { guestCheckout, guestWith } from '@lantern/api/testing/guest';
import { returnOf } from '@lantern/api/testing/returns';
import { address } from '@lantern/api/testing/test-services';
import { Invoice } from '@lantern/db/models/invoice';
import { currency } from '@lantern/text/currency';
import { slugify } from '@lantern/text/slug';
import { loadWebApp } from '../src/pages/load.ts';
import { type HttpStore, startHttpStore } from '../src/testing/http-store.ts';
import { Accounts } from './accounts.ts';
import { soundImages } from './images.ts';
import type { ValuesOf } from './schema-inputs.ts';

const WEB_DIST = new URL('../../web/dist', import.meta.url);

/** A store with something of everything, and the people who send requests to it. */
export interface FuzzStore extends AsyncDisposable {
  http: HttpStore;
  accounts: Accounts;
  /** What exists in the store, by the names of fields. */
  valuesOf: ValuesOf;
  images: Buffer[];
  /** What only the owner and admins may read. */
  secrets: string[];
  /** What nobody may find in the log, beside secrets and cookies. */
  unlogged: string[];
}

interface FuzzStoreOptions extends NonNullable<Parameters<typeof startHttpStore>[0]> {
  /** With the pages, which have to be built, and the catalogue's model, as the store is run: each costs time. */
  isWhole?: boolean;
}

/** Opens it on the database under test. */
export async function openFuzzStore({ isWhole = false, ...options }: FuzzStoreOptions = {}): Promise<FuzzStore> {
  const web = isWhole ? await loadWebApp(fileURLToPath(WEB_DIST), { currency: currency() }) : undefined;
  const http = await startHttpStore({ withModel: isWhole, ...(web && { web }), ...options });
  const accounts = await Accounts.create(http);
  await accounts.logInAgain();
  const { values, ...rest } = await fill(http, accounts);
  const lists = Object.entries(values);
  return {
    http,
    accounts,
    images: await soundImages(),
    ...rest,
    valuesOf: (field) => lists.find(([names]) => names.split(' ').includes(field))?.[1] ?? [],
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  };
}

async function fill(t: HttpStore, accounts: Accounts) {
  const { api } = await accounts.browser('admin');
  const names = ['Mug', 'Teapot', 'Brass desk lamp', 'Wool rug', 'Émile’s bowl'];
  const variantIds: number[] = [];
  for (const category of ['Things', 'Rugs']) await api.admin.categories.create({ name: category });
  for (const [at, name] of names.entries()) {
    const variant = { sku: `${slugify(name)}-0`, priceCents: 6000, stock: at === 0 ? 0 : 1_000_000 };
    const { variants } = await api.admin.products.create({
      ...{ name, description: 'A thing.', status: 'active', variants: [variant] },
      categorySlugs: [at < 3 ? 'things' : 'rugs'],
    });
    variantIds.push(...variants.map(({ id }) => id));
  }
  const [, variantId = 0] = variantIds;
  const page = { title: 'Delivery', markdown: '## How\n\nBy **post**.', inFooter: true, published: true };
  const { slug: pageSlug } = await api.admin.pages.create(page);
  await api.admin.promotions.create({ code: 'SAVE10', kind: 'percent', value: 10, active: true });
  await api.admin.synonyms.save({ words: ['mug', 'cup'] });
  await api.admin.views.save({ list: 'orders', name: 'To pack', query: 'status=paid' });
  const returned = await returnOf(t, { admin: api.admin });

  const owner = await accounts.browser('owner');
  const line1 = `Street ${crypto.randomUUID()}`;
  const numbers = [returned.number];
  for (const paymentMethod of ['sim_ok', 'sim_ok', 'sim_declined']) {
    await owner.api.cart.add({ variantId, quantity: 1 });
    const { email: _, ...checkout } = guestCheckout(paymentMethod);
    const placed = owner.api.checkout.place({ ...checkout, shippingAddress: { ...address, line1 } });
    await placed.then(({ order }) => numbers.push(order.number)).catch(() => undefined);
  }
  await owner.api.account.updateShipping({ ...address, line1 });
  const guest = await guestWith(t, variantId);
  const { order } = await guest.api.checkout.place(guestCheckout());
  const { number, accessToken = '' } = order;
  numbers.push(number);
  await issueDueInvoices(t.services);
  const invoices = await Invoice.findAll({ raw: true });
  const cursors = [
    (await api.catalog.list({ limit: 1 })).nextCursor,
    (await api.catalog.list({ limit: 1, sort: 'price_asc' })).nextCursor,
    (await api.catalog.search({ q: 'a', limit: 1 })).nextCursor,
    (await api.admin.orders.list({ limit: 1 })).nextCursor,
    (await api.admin.users.list({ limit: 1 })).nextCursor,
    (await api.admin.products.list({ limit: 1 })).nextCursor,
    (await api.admin.activity.list({ limit: 1 })).nextCursor,
  ];
  const ids = [1, 2, 3, 4, 5, 6, 7, 8];
  const values: Record<string, unknown[]> = {
    'id itemId productId userId parentId mailId seq ids products users': ids,
    'variantId variantIds': variantIds,
    'version before after': [1, 2, 3, 4],
    'quantity position': [1, 2, 3],
    'slug slugs': ['mug', 'teapot', 'brass-desk-lamp', 'things', 'rugs', pageSlug],
    'category categorySlugs parentSlug': ['things', 'rugs'],
    'number numbers order orders': numbers,
    'q search': ['mug', 'lamp', 'émile', numbers[0], 'ada@example.com'],
    'name fullName title words': ['Ada', 'Teapot', 'Émile’s bowl'],
    'line1 city region': ["12 St James's Square", 'Łódź'],
    'postalCode phone': ['SW1Y 4JH', '20095'],
    'reason markdown description note': ['Too bright.', '## How\n\nBy **post**.'],
    accountId: Object.values(accounts.of).map(({ id }) => id),
    sku: ['mug-0', 'teapot-0', returned.sku],
    code: ['SAVE10', 'standard', 'express'],
    country: ['GB', 'DE', 'US', 'HK'],
    countries: [['GB'], ['NO', 'IS']],
    // Whoever asks for an address is shown it as their own, yet to be verified.
    newEmail: [`${crypto.randomUUID()}@example.com`],
    email: Object.values(accounts.of).map(({ email }) => email),
    'password currentPassword': ['correct horse'],
    newPassword: ['correct horse battery'],
    paymentMethod: ['sim_ok', 'sim_declined', 'sim_error', 'sim_timeout'],
    'expectedTotalCents amountCents refundCents': [6000, 12_000, 1000],
    idempotencyKey: ['a-key-of-ours', 'another-key-of-ours'],
    accessToken: [accessToken],
    'cursor after': cursors.filter((cursor) => typeof cursor === 'string'),
    'language locale': ['en', 'de'],
    kind: ['percent', 'order_placed', 'password_reset'],
    entity: ['product', 'order', 'product:1', 'user:1'],
    invoice: invoices.map(({ number }) => number),
  };
  const { email, name } = accounts.of.owner;
  return { values, secrets: [line1, email], unlogged: [name, 'correct horse', accessToken] };
}
