import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startS3 } from '../../../../../scripts/lib/s3.mjs';
import { BucketClient } from './bucket-client.ts';
import { MediaFolder } from './media-folder.ts';
import { type MediaStore, MediaStoreError } from './media-store.ts';
import { readMediaUrl } from './media-url.ts';
import { openMedia } from './open-media.ts';

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const folder = mkdtempSync(join(tmpdir(), 'lantern-media-'));
let s3: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(async () => {
  await s3.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A server's access to the bucket, or to a part of it, with a cache that is empty. */
const openBucket = (parameters = '', url = s3.url) =>
  openMedia(readMediaUrl(url + parameters), { cacheFolder: mkdtempSync(join(folder, 'cache-')), log });

async function pathsIn(store: MediaStore, prefix?: string): Promise<string[]> {
  const paths = [];
  for await (const { path } of store.list(prefix)) paths.push(path);
  return paths.sort();
}

const places = {
  'a folder': async () => new MediaFolder(mkdtempSync(join(folder, 'files-'))),
  'a bucket': () => openBucket(`&prefix=${crypto.randomUUID()}`),
};

describe.each(Object.entries(places))('%s', (_, open) => {
  test('keeps images by their path until they are removed', async () => {
    const store = await open();
    await store.prepare();
    expect(await pathsIn(store)).toEqual([]);
    const path = 'uploads/3f9a-4x3/original.jpg';
    expect([await store.sizeOf(path), await store.fetch(path)]).toEqual([null, false]);
    await store.save(path, Buffer.from('an image'));
    await store.save('demo/1f3a-4x3/original.svg', Buffer.from('a drawing'));
    expect(await store.sizeOf(path)).toBe(8);
    expect(await store.fetch(path)).toBe(true);
    expect(readFileSync(join(store.folder, path), 'utf8')).toBe('an image');
    expect(await buffer(await store.read(path))).toEqual(Buffer.from('an image'));
    expect(await pathsIn(store)).toEqual(['demo/1f3a-4x3/original.svg', path]);
    expect(await pathsIn(store, 'uploads/')).toEqual([path]);
    await store.remove(path);
    await store.remove(path);
    expect([await store.sizeOf(path), await store.fetch(path)]).toEqual([null, false]);
    expect(await pathsIn(store)).toEqual(['demo/1f3a-4x3/original.svg']);
  });

  test('takes copies of files, and gives them back', async () => {
    const store = await open();
    const source = join(folder, crypto.randomUUID());
    const bytes = Buffer.from(crypto.getRandomValues(new Uint8Array(65_000)));
    writeFileSync(source, bytes);
    await store.add('uploads/a/original.webp', source);
    await store.save('uploads/b/original.webp', bytes);
    const gathered = join(folder, crypto.randomUUID());
    await store.gather(['uploads/a/original.webp', 'uploads/b/original.webp'], gathered);
    for (const name of ['a', 'b']) expect(readFileSync(join(gathered, `uploads/${name}/original.webp`))).toEqual(bytes);
  });
});

test('what one server stores the others can read, with the same date', async () => {
  const [one, other] = [await openBucket(), await openBucket()];
  await one.save('uploads/shared/original.jpg', Buffer.from('shared'));
  // Of many at once, one asks.
  expect(await Promise.all(Array.from({ length: 20 }, () => other.fetch('uploads/shared/original.jpg')))).not.toContain(
    false,
  );
  const [mine, theirs] = [one, other].map(({ folder: cache }) => join(cache, 'uploads/shared/original.jpg'));
  expect(readFileSync(String(theirs), 'utf8')).toBe('shared');
  expect(statSync(String(theirs)).mtimeMs).toBe(statSync(String(mine)).mtimeMs);
});

test('a list goes on where an answer ends', async () => {
  const place = readMediaUrl(`${s3.url}&prefix=many`);
  if (place.kind !== 'bucket') throw new Error('It is not a bucket.');
  const client = await BucketClient.open(place, log);
  const paths = ['a', 'b', 'c', 'd', 'e'].map((name) => `uploads/${name}.webp`);
  for (const path of paths) await client.put(path, Buffer.from('x'));
  const listed = [];
  for await (const file of client.list('uploads/', 2)) listed.push(file);
  expect(listed).toEqual(paths.map((path) => ({ path, bytes: 1 })));
});

test('a bucket that refuses is named at the start, without its secret', async () => {
  const refused = async (url: string) => {
    const store = await openBucket('', url);
    return store.prepare().catch((error: unknown) => error);
  };
  expect(await refused(s3.url.replace('@images', '@nowhere'))).toEqual(
    new MediaStoreError(
      'Images cannot be stored in s3://nowhere: there is no such bucket (set MEDIA_URL to another one).',
    ),
  );
  expect(await refused(s3.url.replace('S3RVER:S3RVER', 'somebody:hush-hush'))).toEqual(
    new MediaStoreError('Images cannot be stored in s3://images: it refuses this key (set MEDIA_URL to another one).'),
  );
});

test('a file that stops arriving halfway is no file', { tags: 'long' }, async () => {
  const server = createServer((_, response) => void response.writeHead(200, { 'content-length': 1000 }).write('half'));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  try {
    const store = await openBucket('', `s3://key:secret@images?endpoint=http://127.0.0.1:${port}`);
    const unavailable = { code: 'SERVICE_UNAVAILABLE', reason: 'images_unavailable' };
    await expect(store.fetch('uploads/a/original.jpg')).rejects.toMatchObject(unavailable);
    expect(readdirSync(join(store.folder, 'uploads/a'))).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test.each<[string, () => unknown, () => unknown]>([
  ['frozen', () => s3.signal('SIGSTOP'), () => s3.signal('SIGCONT')],
  ['gone', () => s3.kill(), () => s3.restart()],
])(
  'while the bucket is %s, what was read lately is there, the rest is refused soon, and it heals',
  { tags: 'long' },
  async (state, away, back) => {
    const store = await openBucket();
    const name = (what: string) => `uploads/${state}/${what}`;
    await store.save(name('known'), Buffer.from('known'));
    await (await openBucket()).save(name('unknown'), Buffer.from('unknown'));
    await away();
    try {
      const unavailable = { code: 'SERVICE_UNAVAILABLE', reason: 'images_unavailable' };
      const started = Date.now();
      const many = await Promise.allSettled(
        Array.from({ length: 200 }, (_, at) => store.fetch(at === 0 ? name('unknown') : name(`other-${at}`))),
      );
      for (const one of many) expect(one).toMatchObject({ status: 'rejected', reason: unavailable });
      expect(Date.now() - started).toBeLessThan(20_000);
      await expect(store.save(name('new'), Buffer.from('new'))).rejects.toMatchObject(unavailable);
      await expect(store.read(name('unknown'))).rejects.toMatchObject(unavailable);
      await expect(pathsIn(store)).rejects.toMatchObject(unavailable);
      expect(await store.fetch(name('known'))).toBe(true);
      // A server that starts meanwhile does without.
      await (await openBucket()).prepare();
    } finally {
      await back();
    }
    await vi.waitFor(() => store.save(name('new'), Buffer.from('new')), { timeout: 60_000, interval: 200 });
    expect(await store.fetch(name('unknown'))).toBe(true);
    expect(await store.sizeOf(name('new'))).toBe(3);
  },
);

test('copies are kept up to a size, the last that were asked for', async () => {
  const store = await openBucket('&prefix=large&cacheMb=64');
  const bytes = Buffer.alloc(10 * 1024 * 1024, 'x');
  for (let at = 0; at < 9; at++) {
    await store.save(`uploads/${at}`, bytes);
    await store.fetch('uploads/0');
  }
  const kept = () => readdirSync(join(store.folder, 'uploads')).sort();
  await vi.waitFor(() => expect(kept()).toEqual(['0', '4', '5', '6', '7', '8']));
  expect(await store.fetch('uploads/1')).toBe(true);
  await vi.waitFor(() => expect(kept()).toEqual(['0', '1', '5', '6', '7', '8']));
});

test('copies of an earlier process count, and what it had not written is removed', async () => {
  const cacheFolder = mkdtempSync(join(folder, 'cache-'));
  mkdirSync(join(cacheFolder, 'uploads'));
  for (const name of ['a', 'b', 'c']) writeFileSync(join(cacheFolder, 'uploads', name), Buffer.alloc(30 * 1024 * 1024));
  writeFileSync(join(cacheFolder, 'uploads/d.part'), 'half');
  const store = await openMedia(readMediaUrl(`${s3.url}&cacheMb=64`), { cacheFolder, log });
  await store.fetch('uploads/none');
  await vi.waitFor(() => expect(readdirSync(join(cacheFolder, 'uploads'))).toHaveLength(2));
});
