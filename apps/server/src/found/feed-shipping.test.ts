import type { Delivery } from '@lantern/api/delivery/methods';
import { expect, test } from 'vitest';
import { shippingOf } from './feed-shipping.ts';

const method = (name: string, priceCents: number, more: Partial<Delivery> = {}): Delivery => ({
  ...{ code: name, name, description: '', priceCents, freeFromCents: null, minDays: 1, maxDays: 2, countries: null },
  ...more,
});
const standard = method('Standard', 490, { freeFromCents: 5000 });
const express = method('Express', 1290, { countries: ['DE', 'FR'] });
const pickUp = method('Pick-up', 290, { countries: ['DE'] });

test.each([
  ['the cheapest that goes everywhere', 1000, [express, standard], [[null, 'Standard', 490]]],
  ['free from a price on', 5000, [standard, express], [[null, 'Standard', 0]]],
  [
    'a country where another is cheaper',
    1000,
    [standard, express, pickUp],
    [
      ['DE', 'Pick-up', 290],
      [null, 'Standard', 490],
    ],
  ],
  [
    'only some countries',
    1000,
    [express, pickUp],
    [
      ['DE', 'Pick-up', 290],
      ['FR', 'Express', 1290],
    ],
  ],
  ['no way to deliver', 1000, [], []],
])('%s', (_, priceCents, methods, expected) => {
  const found = shippingOf(priceCents, methods).map(({ country, service, cents }) => [country, service, cents]);
  expect(found).toEqual(expected);
});
