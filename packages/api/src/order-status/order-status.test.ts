import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canTransition, type OrderStatus, orderStatuses, transitions } from './order-status.ts';

test('exactly the transitions of the contract are possible', () => {
  const possible = orderStatuses.flatMap((from) =>
    orderStatuses.filter((to) => canTransition(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(possible.sort()).toEqual(
    [
      'pending → paid',
      'pending → payment_failed',
      'pending → cancelled',
      'paid → partially_shipped',
      'paid → shipped',
      'partially_shipped → shipped',
      'partially_shipped → refunded',
      'paid → cancelled',
      'paid → refunded',
      'shipped → delivered',
      'shipped → refunded',
      'delivered → refunded',
    ].sort(),
  );
});

test('a series of transitions ends, repeats no status, and is never paid after a failed payment', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...orderStatuses), { maxLength: 40 }), (attempts) => {
      const walk: OrderStatus[] = ['pending'];
      for (const next of attempts) {
        if (canTransition(walk.at(-1) ?? 'pending', next)) walk.push(next);
      }
      expect(new Set(walk).size).toBe(walk.length);
      if (walk.includes('payment_failed')) expect(walk).not.toContain('paid');
    }),
  );
});

test('every status is reachable, and the final statuses of paid orders are cancelled and refunded', () => {
  const reached = new Set<OrderStatus>(['pending']);
  for (const from of reached) for (const to of transitions[from]) reached.add(to);
  expect([...reached].sort()).toEqual([...orderStatuses].sort());
  const afterPaid = new Set<OrderStatus>(['paid']);
  for (const from of afterPaid) for (const to of transitions[from]) afterPaid.add(to);
  expect([...afterPaid].filter((status) => transitions[status].length === 0).sort()).toEqual(['cancelled', 'refunded']);
});
