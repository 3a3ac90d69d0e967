import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Head } from './head.ts';
import { headHtml } from './head-html.ts';
import { headTags } from './head-tags.ts';
import { jsonLd } from './json-ld.ts';

const ORIGIN = 'https://shop.example';
const htmlOf = (head: Partial<Head>) =>
  headHtml(headTags({ title: 'Mug · Lantern', isIndexed: true, ...head }, ORIGIN));

/** The texts of all scripts, as a browser finds them. */
const scriptsIn = (html: string) =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script/gs)].map(([, text]) => text ?? '');

test('a page that is to be found has all its URLs whole', () => {
  const html = htmlOf({
    description: 'A mug.',
    canonical: '/p/mug',
    type: 'product',
    image: { url: '/media/mug.webp', alt: 'A mug', width: 640, height: 480 },
  });
  expect(html.split('\n')).toEqual([
    '<title>Mug · Lantern</title>',
    '<meta name="description" content="A mug.">',
    '<meta name="robots" content="max-image-preview:large">',
    '<link rel="canonical" href="https://shop.example/p/mug">',
    '<link rel="alternate" hreflang="en" href="https://shop.example/p/mug">',
    '<link rel="alternate" hreflang="de" href="https://shop.example/de/p/mug">',
    '<link rel="alternate" hreflang="x-default" href="https://shop.example/p/mug">',
    '<meta property="og:site_name" content="Lantern">',
    '<meta property="og:locale" content="en_GB">',
    '<meta property="og:type" content="product">',
    '<meta property="og:title" content="Mug · Lantern">',
    '<meta property="og:description" content="A mug.">',
    '<meta property="og:url" content="https://shop.example/p/mug">',
    '<meta property="og:image" content="https://shop.example/media/mug.webp">',
    '<meta property="og:image:alt" content="A mug">',
    '<meta property="og:image:width" content="640">',
    '<meta property="og:image:height" content="480">',
    '<meta name="twitter:card" content="summary_large_image">',
  ]);
});

test('a page that is not to be found says so, and leads nowhere else', () => {
  const html = htmlOf({ isIndexed: false });
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).not.toMatch(/canonical|og:url|og:image|script/);
});

test('no text leaves its place', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '</title><script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '</script>',
      '<!--<script>',
      '\u2028',
      ']]>',
    ),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const things = [{ '@type': 'Organization' as const, name: text }];
      const html = htmlOf({ title: text, description: text, image: { url: '/x.png', alt: text }, things });
      const [script = '', ...others] = scriptsIn(html);
      expect(others).toEqual([]);
      expect(script).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(script)['@graph']).toEqual(JSON.parse(JSON.stringify(things)));
      const rest = html.replace(script, '');
      expect(rest.match(/<(?!\/?(?:title|meta|link|script)[ >])/)).toBeNull();
      expect(rest.match(/<title>/g)).toHaveLength(1);
    }),
    { numRuns: 500 },
  );
});

test('JSON-LD is one graph', () => {
  expect(JSON.parse(jsonLd([]))).toEqual({ '@context': 'https://schema.org', '@graph': [] });
});
