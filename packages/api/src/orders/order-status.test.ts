import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canTransition, type OrderStatus, transitions } from './order-status.ts';

const states = Object.keys(transitions).filter((name): name is OrderStatus => Object.hasOwn(transitions, name));

test('exactly the promised steps are possible', () => {
  const possible = states.flatMap((from) =>
    states.filter((to) => canTransition(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(possible.sort()).toEqual(
    [
      'pending → paid',
      'pending → payment_failed',
      'pending → cancelled',
      'paid → shipped',
      'paid → cancelled',
      'paid → refunded',
      'shipped → delivered',
      'shipped → refunded',
      'delivered → refunded',
    ].sort(),
  );
});

test('every walk ends, visits no state twice, and never pays after it has failed', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...states), { maxLength: 40 }), (wishes) => {
      const walk: OrderStatus[] = ['pending'];
      for (const wish of wishes) {
        if (canTransition(walk.at(-1) ?? 'pending', wish)) walk.push(wish);
      }
      expect(new Set(walk).size).toBe(walk.length);
      if (walk.includes('payment_failed')) expect(walk).not.toContain('paid');
    }),
  );
});

test('every state can be reached, and money that was taken is only kept or given back', () => {
  const reached = new Set<OrderStatus>(['pending']);
  for (const from of reached) for (const to of transitions[from]) reached.add(to);
  expect([...reached].sort()).toEqual([...states].sort());
  const afterPaid = new Set<OrderStatus>(['paid']);
  for (const from of afterPaid) for (const to of transitions[from]) afterPaid.add(to);
  expect([...afterPaid].filter((state) => transitions[state].length === 0).sort()).toEqual(['cancelled', 'refunded']);
});
