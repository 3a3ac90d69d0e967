import { expect, test } from 'vitest';
import { cartChanges } from './cart-changes.ts';

const line = (variantId: number, name: string, rest = {}) => ({
  variantId,
  name,
  options: {},
  quantity: 1,
  unitPriceCents: 4600,
  ...rest,
});
const mug = line(1, 'Everyday mug', { unitPriceCents: 1200 });
const pen = line(2, 'Fountain pen');

const changes = (seen: (typeof mug)[], now: (typeof mug)[]) => cartChanges({ items: seen }, { items: now });

test('added, removed and changed lines are named', () => {
  expect(changes([mug], [mug, pen])).toBe('Your cart has changed: Fountain pen was added.');
  expect(changes([mug, pen], [mug])).toBe('Your cart has changed: Fountain pen was removed.');
  expect(changes([mug], [{ ...mug, quantity: 3 }])).toBe(
    'Your cart has changed: the quantity of Everyday mug is now 3.',
  );
  expect(changes([mug], [{ ...mug, quantity: 2 }, pen])).toBe(
    'Your cart has changed: the quantity of Everyday mug is now 2 and Fountain pen was added.',
  );
});

test('a changed price is called a price only if nothing else has changed', () => {
  expect(changes([mug, pen], [mug, { ...pen, unitPriceCents: 4800 }])).toBe(
    'A price has changed: Fountain pen now costs €48.00 instead of €46.00.',
  );
  expect(changes([pen], [{ ...pen, unitPriceCents: 4800 }, mug])).toBe(
    'Your cart has changed: Everyday mug was added and Fountain pen now costs €48.00 instead of €46.00.',
  );
  expect(changes([mug, pen], [mug, pen])).toBeNull();
});

test('two variants of one product are distinguished by their options', () => {
  const large = line(3, 'Fountain pen', { options: { Nib: 'Broad' } });
  expect(changes([pen], [pen, large])).toBe('Your cart has changed: Fountain pen (Broad) was added.');
});
