import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminLogin, bundle, spawnStore } from '../../apps/server/src/testing/server-process.ts';
import { BUNDLE } from '../../scripts/lib/bundle.mjs';
import { startS3 } from '../../scripts/lib/s3.mjs';

/* A store as it is built, with its images in a bucket and a CDN before them. */

/** A pixel. */
const TEAL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQImWNgaGgAAAGEAQEDkg2VAAAAAElFTkSuQmCC';

let s3: Awaited<ReturnType<typeof startS3>>;
let store: ReturnType<typeof spawnStore>;
let url: string;
beforeAll(async () => {
  s3 = await startS3();
  const env = { SEED: 'demo', MEDIA_URL: s3.url, MEDIA_PUBLIC_URL: 'https://cdn.example' };
  store = spawnStore([process.execPath, ...bundle()], env);
  url = await store.opened();
}, 120_000);
afterAll(async () => {
  await store.end('SIGTERM');
  await s3.stop();
});

const textOf = async (path: string) => (await fetch(url + path, { headers: { accept: '*/*' } })).text();

test('what is shown and published of images names the CDN, which finds them at the store', async () => {
  const home = await textOf('/');
  const slug = /href="\/p\/([\w-]+)"/.exec(home)?.[1];
  const pages = [home, await textOf('/c/kitchen'), await textOf(`/p/${slug}`), await textOf('/feeds/products.xml')];
  for (const page of pages) {
    expect(page).toContain('https://cdn.example/media/demo/');
    // The state that the browser takes over has what is stored.
    const shown = page.replace(/<script id="[\w-]+" type="application\/json">.*?<\/script>/s, '');
    expect(shown).not.toMatch(/(?<!https:\/\/cdn\.example)\/media\//);
  }
  const [, address = ''] = /https:\/\/cdn\.example(\/media\/demo\/\S+\.avif) /.exec(home) ?? [];
  const image = await fetch(url + address);
  expect(image.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/avif']);
});

test('an upload is in the bucket', async () => {
  const login = await fetch(`${url}/trpc/auth.login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(adminLogin),
  });
  const cookie = login.headers.getSetCookie().map((line) => line.split(';')[0]);
  const body = new FormData();
  body.append('file', new Blob([Buffer.from(TEAL, 'base64')]), 'teal.png');
  const uploaded = await fetch(`${url}/admin/images`, { method: 'POST', headers: { cookie: cookie.join('; ') }, body });
  const image = await uploaded.json();
  // What a product keeps names no CDN: that may come and go.
  expect(image).toMatchObject({ url: expect.stringMatching(/^\/media\/uploads\//), width: 1, height: 1 });
  expect((await fetch(url + image.url)).status).toBe(200);
  expect(store.output()).not.toContain('S3RVER');
});

test('a store without a bucket does not load what speaks to one', () => {
  const built = readFileSync(join(dirname(BUNDLE), 'start.js'), 'utf8');
  expect(built).toContain('import("@aws-sdk/client-s3")');
  expect(built).not.toMatch(/from ?"@aws-sdk\//);
});
