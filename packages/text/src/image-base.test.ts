import { afterEach, expect, test } from 'vitest';
import { imageAddress, setImageBase } from './image-base.ts';
import { largestImage, readImageUrl } from './image-url.ts';

afterEach(() => setImageBase(null));

const hash = 'a'.repeat(64);

test('images are loaded from the store itself, unless it has a CDN', () => {
  expect(imageAddress('/media/a.webp')).toBe('/media/a.webp');
  setImageBase('https://cdn.example/');
  expect(imageAddress('/media/a.webp')).toBe('https://cdn.example/media/a.webp');
  setImageBase('https://cdn.example/shop');
  expect(imageAddress('/media/a.webp')).toBe('https://cdn.example/shop/media/a.webp');
  // These come with the pages.
  for (const other of ['/assets/basket.svg', 'blob:https://shop.example/1', 'https://elsewhere.example/media/a.webp']) {
    expect(imageAddress(other)).toBe(other);
  }
});

test.each([
  `/media/uploads/${hash}-600x900-c8b7a6/768.webp`,
  `/media/uploads/${hash}-640.webp`,
  '/media/demo/1f3a7-0123-1280x1280/768.webp',
])('every size of %s is there, too', (url) => {
  const local = readImageUrl(url);
  setImageBase('https://cdn.example');
  const { facts, sources } = readImageUrl(url);
  expect(facts).toEqual(local.facts);
  expect(sources.map(({ srcSet }) => srcSet)).toEqual(
    local.sources.map(({ srcSet }) => srcSet.replaceAll('/media/', 'https://cdn.example/media/')),
  );
  expect(largestImage(url).url).toMatch(/^https:\/\/cdn\.example\/media\//);
});
