import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugify } from './slug.ts';

test.each([
  ['Café au lait, 2 l', 'cafe-au-lait-2-l'],
  ['Straße', 'strasse'],
  ['Smørrebrød', 'smorrebrod'],
  ['Ærø', 'aero'],
  ['Łódź lampa', 'lodz-lampa'],
  ['Чайник', 'chajnik'],
  ['Чайник'.normalize('NFD'), 'chajnik'],
  ['Ελλάδα', 'ellada'],
  ['Größe', 'grosse'],
  ['İstanbul ısı', 'istanbul-isi'],
  ['Þór', 'thor'],
  ['ﬁn ＡＢＣ', 'fin-abc'],
  ['Œuvre d’été', 'oeuvre-d-ete'],
  ['Phở tái', 'pho-tai'],
  ['Salt & pepper, 50 %', 'salt-pepper-50'],
  ["Kid's mug", 'kid-s-mug'],
  ['soft\u00adhyphen', 'softhyphen'],
  ['北京', ''],
])('the slug of %s is %s', (name, slug) => {
  expect(slugify(name)).toBe(slug);
});

test('making slugs is idempotent, and every slug is valid according to the schema', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
      const slug = slugify(name);
      expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      expect(slug.length).toBeLessThanOrEqual(110);
      expect(slugify(slug)).toBe(slug);
    }),
  );
});
