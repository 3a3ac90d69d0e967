import { expect, it } from 'vitest';
import { offlinePage, titleOf } from './offline-page.ts';

const situation = { path: '/p/teapot', isConnected: false, readable: [], cart: '/cart', style: '/assets/style.css' };

it('says which of the two it is', () => {
  expect(offlinePage(situation)).toContain('<h1>You are offline</h1>');
  expect(offlinePage({ ...situation, isConnected: true })).toContain('<h1>The store cannot be reached</h1>');
});

it('lists what can be read, if there is anything', () => {
  expect(offlinePage(situation)).not.toContain('can be read');
  const readable = [{ url: '/search?q="a"&sort=name', title: 'Search &amp; find' }];
  expect(offlinePage({ ...situation, readable })).toContain(
    '<a href="/search?q=&quot;a&quot;&amp;sort=name"><bdi>Search &amp; find</bdi></a>',
  );
});

it('says why there is no checkout', () => {
  expect(offlinePage({ ...situation, path: '/checkout' })).toContain('The checkout needs a connection');
});

it('names pages without the store', () => {
  expect(titleOf('<head><title>Tea &amp; pots · Lantern</title></head>')).toBe('Tea &amp; pots');
});

it('says why in German, too', () => {
  expect(offlinePage({ ...situation, path: '/de/checkout' })).toContain('Die Kasse braucht eine Verbindung');
});

it('has the ways of the shop that need no connection', () => {
  expect(offlinePage(situation)).toContain('href="/" aria-label="Lantern, home"');
  const german = offlinePage({ ...situation, path: '/de/c/kitchen', cart: '/de/cart' });
  expect(german).toContain('href="/de" aria-label="Lantern, Startseite"');
  expect(german).toMatch(/href="\/de\/cart">\s+Warenkorb/);
});
