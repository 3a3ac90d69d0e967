import { expect, it } from 'vitest';
import { explain } from './explain.ts';

it.each([
  'Failed to fetch dynamically imported module: https://shop.example/assets/cart-page-1.js',
  'error loading dynamically imported module: https://shop.example/assets/cart-page-1.js',
  'Importing a module script failed.',
  'Unable to preload CSS for /assets/cart-page-1.css',
])('recognises a failed download: %s', (message) => {
  expect(explain(new TypeError(message), true).title).toBe('This page could not be loaded');
});

it('explains being offline', () => {
  expect(explain(new TypeError('Failed to fetch'), false).title).toBe('You are offline');
});

it('never shows the error itself', () => {
  const { title, text } = explain(new Error('x is not a function at secret.ts:12'), true);
  expect(`${title} ${text}`).not.toContain('secret');
});
