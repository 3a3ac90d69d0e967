import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { MAX_IMAGE_BYTES } from '@lantern/api/images/original';
import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { UploadedImage } from '@lantern/db/models/uploaded-image';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type HttpStore, newCustomer, startHttpStore } from './testing/http-store.ts';

let t: HttpStore;
let admin: ReturnType<HttpStore['client']>;
let email: string;
beforeAll(async () => {
  t = await startHttpStore();
  ({ email } = await t.admin());
  admin = t.client();
  await admin.mutate('auth.login', { email, password: 'correct horse' });
});
afterAll(() => t[Symbol.asyncDispose]());

/** A unique image. */
const image = (width = 900, height = 600) => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  return sharp({ create: { width, height, channels: 3, noise, background: '#888' } })
    .jpeg()
    .toBuffer();
};

function upload(bytes: Uint8Array, { field = 'file', name = 'teapot.jpg', client = admin, headers = {} } = {}) {
  const body = new FormData();
  body.append(field, new Blob([new Uint8Array(bytes)]), name);
  return client.send('/admin/images', { method: 'POST', body, headers });
}

test('an upload from a page rendered for another account is refused', async () => {
  const { id } = (await admin.query('auth.me')).body.result.data;
  for (const account of ['guest', String(id + 1), 'somebody']) {
    const { status, body } = await upload(await image(), { headers: { 'x-lantern-account': account } });
    expect([status, body.error.data.reason]).toEqual([409, 'account_changed']);
  }
  expect((await upload(await image(), { headers: { 'x-lantern-account': String(id) } })).status).toBe(200);
});

test('an uploaded image is kept as it is, served in the sizes that pages show, and logged', async () => {
  const { status, body } = await upload(await image(), { name: 'C:\\images\\te\u200bapot.jpg\u202e' });
  expect([status, body]).toEqual([
    200,
    {
      url: expect.stringMatching(/^\/media\/uploads\/[0-9a-f]{64}-900x600-[0-9a-f]{6}\/768\.webp$/),
      ...{ width: 900, height: 600 },
    },
  ]);
  for (const size of [192, 768, 1280]) {
    const served = await fetch(t.url + body.url.replace('768.webp', `${size}.webp`));
    expect(served.headers.get('content-type')).toBe('image/webp');
    expect(served.headers.get('cache-control')).toContain('immutable');
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    expect(served.headers.get('content-security-policy')).toBeNull();
    const { width, format } = await sharp(await served.arrayBuffer()).metadata();
    expect([format, width]).toEqual(['webp', Math.min(size, 900)]);
  }
  const original = join(t.mediaDir, body.url.replace('/media', '').replace('768.webp', 'original.jpg'));
  expect(await sharp(readFileSync(original)).metadata()).toMatchObject({ width: 900, height: 600 });
  const entry = await ActivityEntry.findOne({ order: [['seq', 'DESC']], raw: true });
  expect(entry).toMatchObject({
    action: 'image.create',
    actorEmail: email,
    entityLabel: 'teapot.jpg',
    ip: '127.0.0.1',
  });
  expect(entry?.requestId).toBeTruthy();
  expect(entry?.changes).toContainEqual({ field: 'url', before: null, after: body.url });
  const product = { name: 'Teapot', description: '', status: 'active', categorySlugs: [] };
  const variants = [{ sku: 'TEAPOT', priceCents: 1, stock: 1 }];
  const created = await admin.mutate('admin.products.create', {
    ...product,
    variants,
    images: [{ url: body.url, alt: '' }],
  });
  expect(created.status).toBe(200);
});

test('an upload leaves no cookie in the log, at any level', async () => {
  t.log.length = 0;
  expect((await upload(await image(20, 20))).status).toBe(200);
  const log = t.log.join('');
  expect(log).toContain('/admin/images');
  for (const value of admin.jar.values()) expect(log).not.toContain(value);
});

test('uploading an image again makes no second row or log entry, and restores missing files', async () => {
  const bytes = await image(300, 300);
  const answers = await Promise.all(Array.from({ length: 4 }, () => upload(bytes)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const urls = new Set(answers.map(({ body }) => body.url));
  expect(urls.size).toBe(1);
  const [url = ''] = urls;
  expect(await UploadedImage.count({ where: { url } })).toBe(1);
  const entries = await ActivityEntry.findAll({ where: { entityType: 'image' }, raw: true });
  expect(entries.filter(({ changes }) => changes.some(({ after }) => after === url))).toHaveLength(1);
  const folder = dirname(join(t.mediaDir, url.replace('/media', '')));
  expect(readdirSync(folder)).toEqual(['original.jpg']);
  rmSync(join(folder, 'original.jpg'));
  expect((await upload(bytes)).body.url).toBe(url);
  expect(readdirSync(folder)).toEqual(['original.jpg']);
  expect(await ActivityEntry.count({ where: { entityType: 'image' } })).toBe(entries.length);
});

test('uploading an image from before originals were kept again keeps its original', async () => {
  const bytes = await image(300, 300);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const earlier = { sha256, fileName: 'teapot.jpg', url: `/media/uploads/${sha256}-640.webp`, width: 300, height: 300 };
  const { id } = await t.database.transaction(() => UploadedImage.create(earlier));
  const answers = await Promise.all(Array.from({ length: 4 }, () => upload(bytes)));
  const url = expect.stringMatching(/-300x300-[0-9a-f]{6}\/320\.webp$/);
  expect(answers.map(({ status, body }) => [status, body.url])).toEqual(Array(4).fill([200, url]));
  expect(await UploadedImage.findAll({ where: { sha256 }, raw: true })).toMatchObject([{ id, url }]);
});

test('guests, customers and other sites cannot upload', async () => {
  const bytes = await image(20, 20);
  const customer = t.client();
  await customer.mutate('auth.register', newCustomer());
  expect((await upload(bytes, { client: t.client() })).body.error.data).toMatchObject({ code: 'UNAUTHORIZED' });
  expect((await upload(bytes, { client: customer })).body.error.data).toMatchObject({ code: 'FORBIDDEN' });
  expect((await upload(bytes, { headers: { origin: 'https://elsewhere.example' } })).status).toBe(403);
});

test('an image that is too large, damaged or of an unsupported type is refused with a reason', async () => {
  const jpeg = await image(20, 20);
  const padded = (size: number) => Buffer.concat([jpeg, Buffer.alloc(size - jpeg.length)]);
  expect((await upload(padded(MAX_IMAGE_BYTES))).status).toBe(200);
  const refusals = [
    [padded(MAX_IMAGE_BYTES + 1), 413, 'PAYLOAD_TOO_LARGE', 'image_too_large'],
    [Buffer.alloc(20 * 1024 * 1024), 413, 'PAYLOAD_TOO_LARGE', 'image_too_large'],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, 'UNSUPPORTED_MEDIA_TYPE', 'image_type'],
    [jpeg.subarray(0, jpeg.length / 2), 400, 'BAD_REQUEST', 'image_unreadable'],
  ] as const;
  for (const [bytes, status, code, reason] of refusals) {
    const answer = await upload(bytes, { name: 'teapot.png' });
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatchObject({ message: expect.stringMatching(/image/), data: { code, reason } });
  }
});

test.each([
  ['another field', () => upload(Buffer.from('x'), { field: 'image' })],
  ['an empty form', () => admin.send('/admin/images', { method: 'POST', body: new FormData() })],
  ['JSON', () => admin.mutate('../admin/images', {})],
])('%s instead of an image is refused with a field error', async (_, send) => {
  const { status, body } = await send();
  expect([status, body.error.data]).toMatchObject([
    400,
    { code: 'BAD_REQUEST', fieldErrors: { file: [expect.any(String)] } },
  ]);
});

const BOUNDARY = 'x-boundary-x';
const opening = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
const multipart = `multipart/form-data; boundary=${BOUNDARY}`;

test.each<[what: string, body: string | Uint8Array<ArrayBuffer>, type: string]>([
  ['ends within the file', `${opening}some bytes`, multipart],
  ['ends within the head of its part', opening.slice(0, 60), multipart],
  ['ends before its last boundary', `${opening}bytes\r\n--${BOUNDARY}`, multipart],
  ['is empty', '', multipart],
  ['is noise', new Uint8Array(5000).fill(0x87), multipart],
  ['has another boundary', `${opening}bytes\r\n--${BOUNDARY}--`, 'multipart/form-data; boundary=other'],
  ['names no boundary', `${opening}bytes\r\n--${BOUNDARY}--`, 'multipart/form-data'],
  ['has an endless boundary', opening, `multipart/form-data; boundary=${'b'.repeat(5000)}`],
  ['has a head that never ends', `--${BOUNDARY}\r\nContent-Disposition: ${'x'.repeat(200_000)}`, multipart],
  [
    'holds a form in a form',
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: multipart/mixed; boundary=in\r\n\r\n--in\r\n\r\nx\r\n--in--\r\n--${BOUNDARY}--`,
    multipart,
  ],
  ['has a field of the prototype', `${opening.replace('"file"', '"__proto__"')}x\r\n--${BOUNDARY}--`, multipart],
  [
    'has too many fields',
    `${`${opening.replace(/; filename.*\r\n.*jpeg/, '')}1\r\n`.repeat(9)}--${BOUNDARY}--`,
    multipart,
  ],
])('a form that %s is refused with a 4xx at once', async (_, body, type) => {
  const { status, body: answer } = await admin.send('/admin/images', {
    method: 'POST',
    headers: { 'content-type': type },
    body,
    signal: AbortSignal.timeout(10_000),
  });
  expect([400, 413, 415]).toContain(status);
  expect(answer.error.data.httpStatus).toBe(status);
});

test('concurrent uploads of one admin are limited', async () => {
  const bytes = await image(20, 20);
  const { session } = Object.fromEntries(admin.jar);
  const headers = { cookie: `session=${session}`, 'content-type': multipart };
  const unfinished = Array.from({ length: 7 }, () => {
    const sending = request(`${t.url}/admin/images`, { method: 'POST', headers }).on('error', () => undefined);
    sending.write(opening);
    return sending;
  });
  // Six get a slot; the seventh is refused.
  await Promise.race(unfinished.map((sending) => once(sending, 'response')));
  const refused = await upload(bytes);
  expect(refused.status).toBe(429);
  expect(refused.body.error.data).toMatchObject({ reason: 'too_many_requests' });
  expect(refused.headers.get('retry-after')).toBe('5');
  for (const sending of unfinished) sending.destroy();
  await vi.waitFor(async () => expect((await upload(bytes)).status).toBe(200), 20_000);
});
