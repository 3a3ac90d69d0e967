// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { forgetViewed, noteViewed, recentlyViewed } from './recently-viewed.ts';

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test('the latest come first, each once, and no more than seven', () => {
  for (const slug of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'c']) noteViewed(slug);
  expect(recentlyViewed()).toEqual(['c', 'h', 'g', 'f', 'e', 'd', 'b']);
  forgetViewed('h');
  expect(recentlyViewed()).toEqual(['c', 'g', 'f', 'e', 'd', 'b']);
});

test.each(['no JSON', '{"a":1}', '[1,null]'])('what is not a list of slugs is none: %s', (text) => {
  localStorage.setItem('recently-viewed', text);
  expect(recentlyViewed()).toEqual([]);
});
