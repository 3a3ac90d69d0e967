import { expect, test } from 'vitest';
import { type DeliveryMethod, daysText, deliveryTerms } from './delivery-terms.ts';

const standard: DeliveryMethod = {
  ...{ code: 'standard', name: 'Standard', description: '', minDays: 2, maxDays: 4, holidays: ['2026-12-25'] },
  ...{ priceCents: 490, freeFromCents: 5000 },
};

test('the terms are those of the cheapest method', () => {
  const express = { ...standard, priceCents: 1290, freeFromCents: null, minDays: 1, maxDays: 1 };
  const terms = {
    ...{ minDays: 2, maxDays: 4, holidays: ['2026-12-25'] },
    time: 'Delivered in 2–4 days',
    price: '€4.90, free on orders of €50 or more',
    free: 'Free delivery on orders of €50 or more',
  };
  expect(deliveryTerms([express, standard])).toEqual(terms);
  expect(deliveryTerms([express])).toMatchObject({ time: 'Delivered in 1 day', price: '€12.90', free: null });
  expect(deliveryTerms([{ ...standard, priceCents: 0 }])).toMatchObject({
    price: 'always free',
    free: 'Free delivery',
  });
  expect(deliveryTerms([])).toBeNull();
});

test('days are a range, or one number', () => {
  expect(daysText({ minDays: 2, maxDays: 4 })).toBe('2 to 4 working days');
  expect(daysText({ minDays: 1, maxDays: 1 })).toBe('1 working day');
  expect(daysText({ minDays: 0, maxDays: 0 })).toBe('The same day');
});
