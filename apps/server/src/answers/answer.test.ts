import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Answer } from './answer.ts';
import { encoded, encodingFor } from './encodings.ts';

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
  const encoding = encodingFor(long, accepted);
  expect(encoding).toBe(expected);
  const body = encoding ? await encoded(long, encoding) : long.body;
  const decoded = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
  expect(decoded.toString()).toBe(text);
});

test('a short answer is not compressed', () => {
  expect(encodingFor(new Answer(Buffer.from('{}')), 'br')).toBeUndefined();
});

test('equal answers have equal tags, others different ones', () => {
  expect(new Answer(Buffer.from(text)).etag).toBe(long.etag);
  expect(new Answer(Buffer.from(`${text}!`)).etag).not.toBe(long.etag);
});

test('a text in parts has the body and the tag of the whole', () => {
  const whole = Buffer.from('[{"name":"Käsereibe 40 €"},{"name":"日本茶"}]');
  const parted = new Answer(['[', ['{"name":"Käsereibe 40 €"}', '{"name":"日本茶"}'], ']']);
  expect(Buffer.from(parted.body)).toEqual(whole);
  expect([parted.bytes, parted.etag]).toEqual([whole.length, new Answer(whole).etag]);
});

test('a body is compressed once for all who ask meanwhile, and then kept', async () => {
  const asked = [encoded(long, 'gzip'), encoded(new Answer(Buffer.from(text)), 'gzip')];
  const [first, second] = await Promise.all(asked);
  expect(second).toBe(first);
  expect(encoded(long, 'gzip')).toBe(first);
});
