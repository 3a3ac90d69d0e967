import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedSteps, mayStep, type OrderState } from './state-machine.ts';

const states = Object.keys(allowedSteps).filter((name): name is OrderState => Object.hasOwn(allowedSteps, name));

test('exactly the promised steps are possible', () => {
  const possible = states.flatMap((from) => states.filter((to) => mayStep(from, to)).map((to) => `${from} → ${to}`));
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
      const walk: OrderState[] = ['pending'];
      for (const wish of wishes) {
        if (mayStep(walk.at(-1) ?? 'pending', wish)) walk.push(wish);
      }
      expect(new Set(walk).size).toBe(walk.length);
      if (walk.includes('payment_failed')) expect(walk).not.toContain('paid');
    }),
  );
});

test('every state can be reached, and money that was taken is only kept or given back', () => {
  const reached = new Set<OrderState>(['pending']);
  for (const from of reached) for (const to of allowedSteps[from]) reached.add(to);
  expect([...reached].sort()).toEqual([...states].sort());
  const afterPaid = new Set<OrderState>(['paid']);
  for (const from of afterPaid) for (const to of allowedSteps[from]) afterPaid.add(to);
  expect([...afterPaid].filter((state) => allowedSteps[state].length === 0).sort()).toEqual(['cancelled', 'refunded']);
});
