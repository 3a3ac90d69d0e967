import { expect, test } from 'vitest';
import { MediaUrlError, readMediaUrl } from './media-url.ts';

test('a bucket of Amazon needs a region only', () => {
  expect(readMediaUrl('s3://shop-images?region=eu-central-1')).toEqual({
    kind: 'bucket',
    bucket: 'shop-images',
    prefix: '',
    region: 'eu-central-1',
    endpoint: null,
    pathStyle: false,
    credentials: null,
    cacheBytes: 1024 ** 3,
  });
});

test('a bucket elsewhere is named in the path, unless it is said otherwise', () => {
  const url = 's3://key:se%2Fcret@images?endpoint=http://127.0.0.1:9000&prefix=/shop/&cacheMb=64';
  const place = {
    ...{ kind: 'bucket', bucket: 'images', prefix: 'shop/', region: 'us-east-1' },
    ...{ endpoint: 'http://127.0.0.1:9000', pathStyle: true, cacheBytes: 64 * 1024 ** 2 },
    credentials: { accessKeyId: 'key', secretAccessKey: 'se/cret' },
  };
  expect(readMediaUrl(url)).toEqual(place);
  for (const name of ['pathStyle', 'forcePathStyle'])
    expect(readMediaUrl(`${url}&${name}=false`)).toEqual({ ...place, pathStyle: false });
});

test.each([
  ['file:.data/media', '.data/media'],
  ['file:/srv/media', '/srv/media'],
  ['file:///srv/media', '/srv/media'],
])('%s is a folder', (url, folder) => {
  expect(readMediaUrl(url)).toEqual({ kind: 'folder', folder });
});

test.each([
  '',
  'images',
  'file:',
  'file://host/media',
  'https://key:hush@images.example',
  's3:images',
  's3://',
  's3://key:hush@',
  's3://key:hush@Im?region=a',
  's3://key:hush@images',
  's3://key:hush@images/folder?region=a',
  's3://key:hu/sh@images?region=a',
  's3://key:1/hush@images?region=a',
  's3://key:hush%zz@images?region=a',
  's3://key@images?region=a',
  's3://:hush@images?region=a',
  's3://key:hush@images?region=a&colour=blue',
  's3://key:hush@images?endpoint=127.0.0.1:9000',
  's3://key:hush@images?endpoint=ftp://a',
  's3://key:hush@images?endpoint=http://a/b',
  's3://key:hush@images?region=a&prefix=a%20b',
  's3://key:hush@images?region=a&pathStyle=maybe',
  's3://key:hush@images?region=a&cacheMb=1',
  's3://key:hush@images?region=a&cacheMb=lots',
])('%s is refused without saying what is in it', (url) => {
  expect(() => readMediaUrl(url)).toThrow(MediaUrlError);
  expect(() => readMediaUrl(url)).toThrow(/^it must [^.]/);
  expect(() => readMediaUrl(url)).not.toThrow(/hush|\bkey:/);
});
