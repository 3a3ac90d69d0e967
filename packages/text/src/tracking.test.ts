import { expect, test } from 'vitest';
import { knownCarriers, trackingLink, trackingPage } from './tracking.ts';

test.each(knownCarriers)('the page of %s takes a number', (carrier) => {
  expect(trackingLink(trackingPage(carrier) ?? '', '1Z 99-0')).toMatch(/^https:\/\/.+1Z99-0$/);
});

test('carriers are known in any case, and others are not', () => {
  expect(trackingPage(' royal MAIL ')).toBe(trackingPage('Royal Mail'));
  for (const carrier of ['', 'Pigeon', 'constructor']) expect(trackingPage(carrier)).toBeUndefined();
});

test.each(['', '../a', 'a?b', 'a#b', 'a&b=c', '\ud800', 'Ä1'])('%j is no number of a link', (trackingNumber) => {
  expect(trackingLink('https://carrier.example/{number}', trackingNumber)).toBeUndefined();
});

test('a page without a place for the number is the same for all parcels', () => {
  expect(trackingLink('https://carrier.example/today', '')).toBe('https://carrier.example/today');
});
