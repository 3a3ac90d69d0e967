import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MediaFolder } from '@lantern/api/images/store/media-folder';
import type { MediaStore } from '@lantern/api/images/store/media-store';
import { readMediaUrl } from '@lantern/api/images/store/media-url';
import { openMedia } from '@lantern/api/images/store/open-media';
import { readImageUrl } from '@lantern/text/image-url';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startS3 } from '../../../scripts/lib/s3.mjs';
import { buildApp } from './app.ts';
import { createLogger } from './logger.ts';
import { type HttpStore, httpClient, startHttpStore } from './testing/http-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'lantern-media-'));
const logger = createLogger('silent');

interface Server {
  app: FastifyInstance;
  url: string;
}

let s3: Awaited<ReturnType<typeof startS3>>;
/** A store with a bucket. */
let bucket: HttpStore;
/** Other servers of it: with that bucket, behind a CDN, and with files. */
let second: Server;
let files: Server;
beforeAll(async () => {
  s3 = await startS3();
  bucket = await startHttpStore({ media: await openBucket() });
  second = await serve(await openBucket(), new URL('https://cdn.example/shop'));
  files = await serve(new MediaFolder(mkdtempSync(join(folder, 'files-'))));
});
afterAll(async () => {
  for (const { app } of [second, files]) {
    app.server.closeIdleConnections();
    await app.close();
  }
  await bucket[Symbol.asyncDispose]();
  await s3.stop();
  rmSync(folder, { recursive: true, force: true });
});

const openBucket = () =>
  openMedia(readMediaUrl(s3.url), { cacheFolder: mkdtempSync(join(folder, 'cache-')), log: logger });

async function serve(media: MediaStore, mediaPublicUrl?: URL): Promise<Server> {
  const { services, open } = bucket;
  const deployment = { publicUrl: null, trust: null };
  const app = await buildApp({ services, open, logger, media, mediaPublicUrl, web: null, deployment });
  return { app, url: await app.listen({ port: 0, host: '127.0.0.1' }) };
}

/** Smooth like a photograph: noise takes seconds to encode. */
async function photo(): Promise<Uint8Array<ArrayBuffer>> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const coarse = sharp({ create: { width: 30, height: 20, channels: 3, noise, background: '#888' } });
  return new Uint8Array(
    await sharp(await coarse.png().toBuffer())
      .resize(900, 600)
      .jpeg()
      .toBuffer(),
  );
}

/** What uploads images as an admin of a store. */
async function uploader({ url }: Server) {
  const { email } = await bucket.admin();
  const admin = httpClient(url);
  await admin.mutate('auth.login', { email, password: 'correct horse' });
  return (bytes: Uint8Array<ArrayBuffer>) => {
    const body = new FormData();
    body.append('file', new Blob([bytes]), 'teapot.jpg');
    return admin.send('/admin/images', { method: 'POST', body });
  };
}

/** The addresses of all sizes of an image, as pages show them. */
const addressesOf = (url: string) =>
  readImageUrl(url).sources.flatMap(({ srcSet }) => srcSet.split(', ').map((one) => one.split(' ')[0] ?? ''));

async function imageAt(store: Server, address: string) {
  const answer = await fetch(store.url + address);
  const headers = ['content-type', 'cache-control', 'content-security-policy', 'x-content-type-options'];
  return {
    status: answer.status,
    headers: headers.map((name) => answer.headers.get(name)),
    bytes: Buffer.from(await answer.arrayBuffer()).toString('base64'),
    etag: answer.headers.get('etag') ?? '',
  };
}

test('an image in a bucket is served in the same sizes, bytes and headers as a file, by every server', async () => {
  const bytes = await photo();
  const [asFile, inBucket] = [await (await uploader(files))(bytes), await (await uploader(bucket))(bytes)];
  expect([asFile.status, inBucket.status]).toEqual([200, 200]);
  expect(inBucket.body).toEqual(asFile.body);
  const addresses = addressesOf(inBucket.body.url);
  expect(addresses).toHaveLength(10);
  for (const address of addresses) {
    // Made by both at once the first time.
    const [file, one, other] = await Promise.all([files, bucket, second].map((store) => imageAt(store, address)));
    expect(file?.status).toBe(200);
    expect(file?.headers[1]).toBe('public, max-age=31536000, immutable');
    for (const served of [one, other]) expect({ ...served, etag: '' }).toEqual({ ...file, etag: '' });
  }
  // What one server makes has the same mark from the others.
  const again = await (await uploader(bucket))(await photo());
  const [address = ''] = addressesOf(again.body.url);
  const { etag } = await imageAt(bucket, address);
  expect(etag).toMatch(/^W\/"/);
  const known = await second.app.inject({ url: address, headers: { 'if-none-match': etag } });
  expect([known.statusCode, known.body]).toEqual([304, '']);
  expect((await fetch(bucket.url + address.replace(/[0-9a-f]{64}/, 'b'.repeat(64)))).status).toBe(404);
});

test('a mail has its picture from the bucket', async () => {
  const { body } = await (await uploader(bucket))(await photo());
  const picture = await bucket.services.thumbnails.of(body.url);
  expect(await sharp(picture ?? undefined).metadata()).toMatchObject({ format: 'jpeg', width: 112 });
});

test.each<[string, () => unknown, () => unknown]>([
  ['is frozen', () => s3.signal('SIGSTOP'), () => s3.signal('SIGCONT')],
  ['is gone', () => s3.kill(), () => s3.restart()],
])(
  'while the bucket %s, the store sells with the images that it has, and says which it cannot take or show',
  { tags: 'long' },
  async (_, away, back) => {
    const upload = await uploader(bucket);
    const { body } = await upload(await photo());
    const [known = '', unknown = ''] = addressesOf(body.url);
    expect((await imageAt(bucket, known)).status).toBe(200);
    const pending = await photo();
    await away();
    try {
      const refused = await upload(pending);
      expect([refused.status, refused.body.error.data]).toMatchObject([
        503,
        { code: 'SERVICE_UNAVAILABLE', reason: 'images_unavailable' },
      ]);
      expect(refused.headers.get('retry-after')).toBe('5');
      expect((await imageAt(bucket, known)).status).toBe(200);
      const missing = await bucket.client().send(unknown);
      expect([missing.status, missing.headers.get('cache-control')]).toEqual([503, 'no-store']);
      expect((await bucket.client().send('/readyz')).status).toBe(200);
      expect((await bucket.client().query('catalog.categories')).status).toBe(200);
    } finally {
      await back();
    }
    await vi.waitFor(async () => expect((await upload(pending)).status).toBe(200), { timeout: 60_000, interval: 200 });
    expect((await imageAt(bucket, unknown)).headers[1]).toContain('immutable');
  },
);

test('behind a CDN, pages may show images from there, and it may pass them on', async () => {
  const { body } = await (await uploader(bucket))(await photo());
  const policyOf = async (store: Server) =>
    (await httpClient(store.url).send('/')).headers
      .get('content-security-policy')
      ?.split(';')
      .find((one) => one.startsWith('img-src'));
  expect([await policyOf(bucket), await policyOf(second)]).toEqual([
    "img-src 'self' data: blob:",
    "img-src 'self' data: blob: https://cdn.example",
  ]);
  const resourcePolicyOf = async (store: Server) =>
    (await httpClient(store.url).send(body.url)).headers.get('cross-origin-resource-policy');
  expect([await resourcePolicyOf(bucket), await resourcePolicyOf(second)]).toEqual(['same-origin', 'cross-origin']);
});
