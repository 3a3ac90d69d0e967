import { soak } from '@lantern/db/testing/soak';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiRequests } from './api-requests.ts';
import { fuzz } from './fuzz.ts';
import type { FuzzRequest, Person } from './request.ts';
import { changedRows, rowDigests } from './rows.ts';
import { type FuzzStore, openFuzzStore } from './store.ts';

/* Whoever may not do something changes nothing by trying, whatever they send. */

let store: FuzzStore;
beforeAll(async () => {
  store = await openFuzzStore();
});
afterAll(() => store[Symbol.asyncDispose]());

/** Requests for procedures, as if sent by somebody else. */
function sentBy(persons: [Person, ...Person[]], only: (path: string) => boolean): fc.Arbitrary<FuzzRequest> {
  // Whoever has the link of a guest's order may cancel it.
  const valuesOf = (field: string) => (field === 'accessToken' ? [] : store.valuesOf(field));
  const requests = fc.tuple(apiRequests(valuesOf, only), fc.constantFrom(...persons));
  return requests.map(([request, as]) => ({ ...request, as }));
}

const options = { requests: soak(300, 20_000), seed: 14, maxMs: 60_000 };

test('guests and customers change no row through procedures for admins', async () => {
  const requests = sentBy(['guest', 'customer'], (path) => path.startsWith('admin.'));
  await store.accounts.logInAgain();
  const before = await rowDigests(store.http);
  const { findings } = await fuzz(store, requests, options);
  expect(findings).toEqual([]);
  expect(changedRows(before, await rowDigests(store.http))).toEqual([]);
});

test('a customer changes no row of another, with any id, number or token', async () => {
  // Not the login: whoever knows the password may.
  const requests = sentBy(['customer'], (path) => /^(account|orders|checkout|returns)\./.test(path));
  const { customer } = store.accounts.of;
  const before = await rowDigests(store.http);
  const { findings } = await fuzz(store, requests, options);
  expect(findings).toEqual([]);
  const own = new RegExp(`^(users ${customer.id}$|name_endings ${customer.id},)`);
  const others = changedRows(before, await rowDigests(store.http)).filter((row) => before.has(row) && !own.test(row));
  expect(others).toEqual([]);
});
