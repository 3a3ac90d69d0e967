import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Answer } from './answer.ts';

const text = 'Stoneware teapot. '.repeat(100);
const long = new Answer(Buffer.from(text));

test.each([
  ['br', 'br'],
  ['gzip, deflate, br', 'br'],
  ['gzip;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['*', 'br'],
  ['deflate', undefined],
  ['identity', undefined],
  ['br; q=0.0', undefined],
  ['', undefined],
])('a client that accepts "%s" gets %s', async (accepted, expected) => {
  const encoding = long.encodingFor(accepted);
  expect(encoding).toBe(expected);
  const body = encoding ? await long.encoded(encoding) : long.body;
  const decoded = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
  expect(decoded.toString()).toBe(text);
});

test('a short answer is not compressed', () => {
  expect(new Answer(Buffer.from('{}')).encodingFor('br')).toBeUndefined();
});

test('equal answers have equal tags, others different ones', () => {
  expect(new Answer(Buffer.from(text)).etag).toBe(long.etag);
  expect(new Answer(Buffer.from(`${text}!`)).etag).not.toBe(long.etag);
});
