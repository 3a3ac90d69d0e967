import { expect, test } from 'vitest';
import { languagePrefixes, languageUrl, movedLanguage } from './language.ts';

test.each([
  ['/', 'en', '/'],
  ['/cart?x=1', 'en', '/cart?x=1'],
  ['/de', 'de', '/'],
  ['/de/', 'de', '/'],
  ['/de?x=/en', 'de', '/?x=/en'],
  ['/de/c/desk?sort=price', 'de', '/c/desk?sort=price'],
  ['/design', 'en', '/design'],
  ['/de/de', 'de', '/de'],
  ['/en/cart', 'en', '/en/cart'],
  ['/fr/cart', 'en', '/fr/cart'],
])('%s is %s, at %s', (given, language, url) => {
  expect(languageUrl(given, ['en', 'de'])).toEqual({ language, url });
});

test.each([
  ['/en', '/'],
  ['/en/cart?x=1', '/cart?x=1'],
  ['/en?x=1', '/?x=1'],
  ['/en//elsewhere.example', '/elsewhere.example'],
  ['/en/\\\\elsewhere.example', '/elsewhere.example'],
  ['/english', null],
  ['/de/', '/de'],
  ['/de/?x=1', '/de?x=1'],
  ['/DE', '/de'],
  ['/De/?x=/EN', '/de?x=/EN'],
  ['/DE/c/desk?sort=Price', '/de/c/desk?sort=Price'],
  ['/EN', '/'],
  ['/En//elsewhere.example', '/elsewhere.example'],
  ['/DESK', null],
  ['/de', null],
  ['/fr/', null],
  ['/de//', null],
  ['/de/en', null],
  ['/', null],
])('%s is at %s', (url, moved) => {
  expect(movedLanguage(url, ['en', 'de'])).toBe(moved);
});

test('the default language has no prefix, whichever it is', () => {
  expect(languageUrl('/cart', ['de', 'en'])).toEqual({ language: 'de', url: '/cart' });
  expect(languagePrefixes(['de', 'en', 'pt'])).toEqual(['', '/en', '/pt']);
});
