import { appRouter } from '@lantern/api/router';
import { address, stockProduct } from '@lantern/api/testing/test-services';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type HttpStore, startHttpStore } from './testing/http-store.ts';

/*
 * Invalid input over real HTTP: every procedure, with each field replaced with invalid values for its type. The
 * response is always a 4xx that names the field and reveals no internals.
 */

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Fields = { [key: string]: Json };

/** A valid input for each procedure; null if it takes none. */
const inputs: Record<string, Fields | null> = {
  'account.addresses.list': null,
  'account.addresses.remove': { id: 1 },
  'account.addresses.save': { id: 1, ...address, line2: 'c/o Babbage', region: 'London', phone: '+44 20 7946 0000' },
  'account.addresses.setDefault': { id: 1 },
  'account.changeEmail': { newEmail: 'ada@example.org', password: 'correct horse' },
  'account.changePassword': { currentPassword: 'correct horse', newPassword: 'another horse' },
  'account.email': null,
  'account.sessions.end': { id: '0123456789abcdef' },
  'account.sessions.endOthers': null,
  'account.sessions.list': null,
  'account.setLanguage': { language: 'de' },
  'account.shipping': null,
  'account.updateProfile': { name: 'Ada' },
  'account.updateShipping': { ...address, line2: 'c/o Babbage', region: 'Greater London', phone: '+44 20 7946 0000' },
  'auth.login': { email: 'ada@example.com', password: 'correct horse' },
  'auth.logout': null,
  'auth.me': null,
  'auth.register': { email: 'ada@example.com', password: 'correct horse', name: 'Ada' },
  'auth.requestPasswordReset': { email: 'ada@example.com' },
  'auth.resendVerification': null,
  'auth.resetPassword': { token: 'not-a-token', newPassword: 'another horse' },
  'auth.verifyEmail': { token: 'not-a-token' },
  'cart.add': { variantId: 1, quantity: 1 },
  'cart.applyCoupon': { code: 'SAVE10' },
  'cart.get': null,
  'cart.remove': { variantId: 1 },
  'cart.removeCoupon': null,
  'cart.update': { variantId: 1, quantity: 1 },
  'catalog.bySlug': { slug: 'mug' },
  'catalog.categories': null,
  'catalog.facets': {
    q: 'mug',
    literal: true,
    category: 'things',
    minPriceCents: 1,
    maxPriceCents: 9,
    inStock: true,
    options: { Size: ['S'] },
  },
  'catalog.list': {
    category: 'things',
    minPriceCents: 1,
    maxPriceCents: 9,
    inStock: true,
    options: { Size: ['S'] },
    sort: 'name',
    cursor: 'x',
    limit: 5,
  },
  'catalog.related': { slug: 'mug' },
  'catalog.search': {
    q: 'mug',
    category: 'things',
    maxPriceCents: 9,
    inStock: true,
    options: { Size: ['S'] },
    sort: 'name',
    literal: true,
    limit: 5,
  },
  'catalog.suggest': { q: 'mug' },
  'catalog.suggestMore': { q: 'mug' },
  'checkout.options': { country: 'GB' },
  'checkout.place': {
    idempotencyKey: 'a-key-of-ours',
    expectedTotalCents: 1,
    shippingAddress: { ...address },
    billingAddress: { ...address, city: 'Leeds' },
    paymentMethod: 'sim_ok',
  },
  'checkout.progress': { idempotencyKey: 'a-key-of-ours' },
  'orders.byNumber': { number: 'L-22222222', accessToken: 'x' },
  'orders.cancel': { number: 'L-22222222', accessToken: 'x' },
  'orders.list': { cursor: 'x', limit: 5 },
  'orders.requestReturn': {
    number: 'L-22222222',
    items: [{ sku: 'MUG-1', quantity: 1 }],
    reason: 'Too bright.',
    accessToken: 'x',
  },
  'orders.returnAddress': null,
  'pages.bySlug': { slug: 'delivery' },
  'pages.list': null,
  'restock.ask': { variantId: 1, email: 'ada@example.com' },
  'restock.stop': { token: 'not-a-token' },
};

const procedures = Object.keys(appRouter._def.procedures).filter((name) => !name.startsWith('admin.'));
const isMutation = (name: string) => Reflect.get(appRouter._def.procedures, name)._def.type === 'mutation';

test('the table of inputs has every procedure', () => {
  expect(Object.keys(inputs)).toEqual([...procedures].sort());
});

let t: HttpStore;
let shopper: ReturnType<HttpStore['client']>;
beforeAll(async () => {
  t = await startHttpStore();
  await stockProduct(t.services, { name: 'Mug' });
  shopper = t.client();
  await shopper.mutate('auth.register', { email: 'first@example.com', password: 'correct horse', name: 'First' });
});
afterAll(() => t[Symbol.asyncDispose]());

const call = (name: string, input: unknown) =>
  isMutation(name) ? shopper.mutate(name, input) : shopper.query(name, input);

/** Values of other types than `value`, and values of the same type that are invalid for any field. */
function invalidValues(value: Json): Json[] {
  const ofOtherTypes: Json[] = [[], [value], { toString: 1 }];
  switch (typeof value) {
    case 'string':
      return [...ofOtherTypes, 1, true, 'x'.repeat(2000), 'nul\u0000 inside', 'half a pair \ud83d, cut'];
    case 'number':
      return [...ofOtherTypes, '1', true, -1, 1.5, 1e300, -1e300, 2 ** 53, 2 ** 31];
    default:
      return [...ofOtherTypes, 1, 'true', 'false'];
  }
}

/** Copies of `input` with one invalid field each, at any depth, as [path, input]. */
function* mutants(input: Fields, under = ''): Generator<[path: string, input: Fields]> {
  for (const [key, value] of Object.entries(input)) {
    const path = under + key;
    if (Array.isArray(value)) {
      const [first] = value;
      const inside = typeof first === 'object' ? mutants(Object(first), `${path}.0.`) : [];
      for (const [deeper, inner] of inside) yield [deeper, { ...input, [key]: [inner] }];
      const values = typeof first === 'string' ? invalidValues(first) : [];
      for (const invalid of values) yield [`${path}.0`, { ...input, [key]: [invalid] }];
      for (const invalid of [null, 1, 'text', []]) yield [path, { ...input, [key]: invalid }];
    } else if (typeof value === 'object' && value !== null) {
      for (const [deeper, inner] of mutants(value, `${path}.`)) yield [deeper, { ...input, [key]: inner }];
      for (const invalid of [null, 1, 'text', []]) yield [path, { ...input, [key]: invalid }];
    } else {
      for (const invalid of invalidValues(value)) yield [path, { ...input, [key]: invalid }];
    }
  }
}

/** Signs of internals, such as stack traces and SQL. */
const INTERNALS =
  /node_modules|\.ts:|\.js:|\bat \w+ \(|SELECT|INSERT|UPDATE|sqlite|sequelize|mysql|maria|\/tmp|stack|\$argon/i;

function expectRefused(answer: Answer, field: string, sent: unknown): void {
  const message = JSON.stringify(sent).slice(0, 120);
  expect.soft(answer.status, message).toBe(400);
  expect
    .soft(answer.body?.error.data, message)
    .toMatchObject({ code: 'BAD_REQUEST', fieldErrors: { [field]: expect.arrayContaining([expect.any(String)]) } });
  expect.soft(answer.text, message).not.toMatch(INTERNALS);
}

describe.each(Object.entries(inputs))('%s', (name, input) => {
  test('refuses an invalid field, and names it', async () => {
    for (const [path, invalid] of mutants(input ?? {})) {
      expectRefused(await call(name, invalid), path, [path, invalid]);
    }
  });

  test('refuses an input that is not an object', async () => {
    if (input === null && !isMutation(name)) return;
    for (const invalid of [[], [input], 'text', 1, true]) expectRefused(await call(name, invalid), 'input', invalid);
    if (input !== null) expectRefused(await call(name, null), 'input', null);
  });

  test('refuses an unknown field if it is a mutation', async () => {
    if (!isMutation(name)) return;
    for (const extra of ['admin', '__proto__', 'constructor']) {
      const body = JSON.stringify({ ...input, other: 1 }).replace('"other"', JSON.stringify(extra));
      const headers = { 'content-type': 'application/json' };
      expectRefused(await shopper.send(`/trpc/${name}`, { method: 'POST', headers, body }), extra, extra);
    }
  });

  test('refuses the other HTTP method', async () => {
    const other = await (isMutation(name)
      ? shopper.query(name, input ?? undefined)
      : shopper.mutate(name, input ?? undefined));
    expect(other.status).toBe(405);
    expect(other.body.error.data.code).toBe('METHOD_NOT_SUPPORTED');
  });
});
