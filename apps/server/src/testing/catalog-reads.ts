import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { httpClient } from './http-store.ts';

/** Queries of every kind that the catalogue answers, for products named mug and bowl. */
export const reads: readonly [procedure: string, input: object][] = [
  ['categories', {}],
  ['list', {}],
  ['list', { sort: 'price_asc', inStock: true, limit: 1 }],
  ['search', { q: 'mug' }],
  ['search', { q: 'no such thing' }],
  ['list', { options: { Finish: ['Matt'] } }],
  ['facets', {}],
  ['facets', { q: 'mug', inStock: true }],
  ['suggest', { q: 'bo' }],
  ['suggestMore', { q: 'bo' }],
  ['bySlug', { slug: 'mug' }],
  ['bySlug', { slug: 'bowl' }],
  ['related', { slug: 'mug' }],
];

/** The address of one query. */
export const addressOf = (procedure: string, input: object) =>
  `/trpc/catalog.${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;

const batch = (prefix = '') => {
  const names = reads.map(([procedure]) => `catalog.${procedure}`).join(',');
  const inputs = Object.fromEntries(reads.map(([, input], at) => [at, input]));
  return `${prefix}/trpc/${names}?batch=1&input=${encodeURIComponent(JSON.stringify(inputs))}`;
};

/** The address of each query, and of all in one batch, in each language. */
export const addresses = [...reads.map(([procedure, input]) => addressOf(procedure, input)), batch(), batch('/de')];

/** Requests with this header are answered from the database. */
const uncached = { headers: { 'trpc-accept': 'application/json' } };

/** What a shopper gets who asks twice is, byte for byte, what the database says. */
export async function expectFresh(url: string): Promise<void> {
  for (const path of addresses) await expectFreshAt(url, path);
}

/**
 * What is asked from `ms` milliseconds on is so at each address. Only a stale answer counts, not one that a busy machine
 * takes long to give.
 */
export async function expectSoonFresh(url: string, ms: number): Promise<void> {
  const until = Date.now() + ms;
  for (const path of addresses) await freshAt(url, path, until);
}

async function freshAt(url: string, path: string, until: number): Promise<void> {
  for (;;) {
    const mustBe = Date.now() >= until;
    try {
      return await expectFreshAt(url, path);
    } catch (error) {
      if (mustBe) throw error;
      await sleep(100);
    }
  }
}

async function expectFreshAt(url: string, path: string): Promise<void> {
  const shopper = httpClient(url);
  const truth = await shopper.send(path, uncached);
  for (let times = 0; times < 2; times++) {
    const { status, text } = await shopper.send(path);
    expect([path, status, text]).toEqual([path, truth.status, truth.text]);
  }
}
