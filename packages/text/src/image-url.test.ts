import { expect, test } from 'vitest';
import { imageFolder, imageUrl, largestImage, readImageFolder, readImageUrl, sides, sidesOf } from './image-url.ts';

const hash = 'a'.repeat(64);

test.each([
  [{ width: 4000, height: 3000, tint: 'c8b7a6' }, `${hash}-4000x3000-c8b7a6`],
  [{ width: 1, height: 1, tint: null }, `${hash}-1x1`],
])('a folder says what is known of its image: %j', (facts, folder) => {
  expect(imageFolder(hash, facts)).toBe(folder);
  expect(readImageFolder(folder)).toEqual(facts);
});

test.each([
  '',
  hash,
  `${hash}-0x10`,
  `${hash}-10x`,
  `${hash}-100000x10`,
  `${hash}-10x10-red`,
  `${hash}-10x10-c8b7a6-`,
  `../${hash}-10x10`,
  `${hash}-10x10/`,
  `${hash}-10x10\n`,
  '-10x10',
  `${'a'.repeat(200)}-10x10`,
])('%j is not the folder of an image', (folder) => {
  expect(readImageFolder(folder)).toBeNull();
  expect(() => imageUrl('uploads', folder)).toThrow('not the folder of an image');
});

test('an image is offered as small as pages show it, and never larger than it is', () => {
  expect(sidesOf({ width: 10, height: 20 })).toEqual([192]);
  expect(sidesOf({ width: 192, height: 10 })).toEqual([192]);
  expect(sidesOf({ width: 193, height: 10 })).toEqual([192, 320]);
  expect(sidesOf({ width: 1280, height: 700 })).toEqual(sides);
  expect(sidesOf({ width: 9000, height: 700 })).toEqual(sides);
});

test('a product links to the middle size, or to all there is', () => {
  expect(imageUrl('demo', '1f3a7-0123-1280x1280')).toBe('/media/demo/1f3a7-0123-1280x1280/768.webp');
  expect(imageUrl('uploads', `${hash}-300x200`)).toBe(`/media/uploads/${hash}-300x200/320.webp`);
});

test('the sources are read from the address that a product links to', () => {
  const base = `/media/uploads/${hash}-600x900-c8b7a6`;
  expect(readImageUrl(`${base}/768.webp`)).toEqual({
    facts: { width: 600, height: 900, tint: 'c8b7a6' },
    sources: ['avif', 'webp'].map((format) => ({
      type: `image/${format}`,
      srcSet: `${base}/192.${format} 192w, ${base}/320.${format} 320w, ${base}/480.${format} 480w, ${base}/768.${format} 768w, ${base}/1280.${format} 900w`,
    })),
  });
});

test('images from before originals were kept have the sizes that were made of them', () => {
  const base = `/media/uploads/${hash}`;
  const srcSet = `${base}-320.webp 320w, ${base}-640.webp 640w, ${base}-1280.webp 1280w`;
  expect(readImageUrl(`${base}-640.webp`)).toEqual({ facts: null, sources: [{ type: 'image/webp', srcSet }] });
  for (const url of ['/media/1f3a7.webp', '/assets/basket-3f9a.svg', 'https://elsewhere.example/a.webp', '']) {
    expect(readImageUrl(url)).toEqual({ facts: null, sources: [] });
  }
});

test.each([
  [
    `/media/uploads/${hash}-4000x3000/768.webp`,
    `/media/uploads/${hash}-4000x3000/1280.webp`,
    { width: 1280, height: 960 },
  ],
  [`/media/uploads/${hash}-300x200/320.webp`, `/media/uploads/${hash}-300x200/320.webp`, { width: 300, height: 200 }],
  [`/media/uploads/${hash}-640.webp`, `/media/uploads/${hash}-1280.webp`, {}],
  ['/media/1f3a7.webp', '/media/1f3a7.webp', {}],
])('the largest of %s is %s', (url, largest, size) => {
  expect(largestImage(url)).toEqual({ url: largest, ...size });
});
