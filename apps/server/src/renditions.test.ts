import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MediaFolder } from '@lantern/api/images/store/media-folder';
import fastify from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFiles } from './files.ts';

const mediaDir = mkdtempSync(join(tmpdir(), 'lantern-media-'));
const warnings: string[] = [];
const app = fastify({ logger: { level: 'warn', stream: { write: (line: string) => void warnings.push(line) } } });
let url: string;
beforeAll(async () => {
  await serveFiles(app, { media: new MediaFolder(mediaDir), built: null });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  rmSync(mediaDir, { recursive: true, force: true });
});

let count = 0;

/** Puts an original into a folder of its own. */
function keep(bytes: Buffer | string, { size = '900x600', shelf = 'uploads', extension = 'jpg' } = {}) {
  const folder = `${(++count).toString(16).padStart(64, '0')}-${size}`;
  const path = join(mediaDir, shelf, folder);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, `original.${extension}`), bytes);
  return { path, address: `/media/${shelf}/${folder}`, files: () => readdirSync(path).sort() };
}

/** Smooth like a photograph: noise takes seconds to encode. */
async function photo(width = 900, height = 600): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const coarse = sharp({ create: { width: 30, height: 20, channels: 3, noise, background: '#888' } });
  return sharp(await coarse.png().toBuffer())
    .resize(width, height)
    .jpeg()
    .toBuffer();
}

/** The status of a path sent as it is, which `fetch` would tidy up. */
function statusOf(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { path }, (response) => resolve(response.resume().statusCode)).on('error', reject);
  });
}

test('a rendition is made when it is first asked for, and then kept', async () => {
  const { address, files } = keep(await photo());
  expect(files()).toEqual(['original.jpg']);
  for (const [format, type] of [
    ['avif', 'image/avif'],
    ['webp', 'image/webp'],
  ]) {
    for (const side of [192, 480, 768, 1280]) {
      const answer = await fetch(`${url}${address}/${side}.${format}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const { width, height } = await sharp(await answer.arrayBuffer()).metadata();
      // Never larger than the original.
      expect([width, height]).toEqual([Math.min(side, 900), Math.min((side * 2) / 3, 600)]);
    }
  }
  expect(files()).toHaveLength(9);
  expect((await fetch(`${url}${address}/480.avif`, { method: 'HEAD' })).status).toBe(200);
});

test('a drawing is rendered as sharp as it is asked for', async () => {
  const circle = '<circle cx="640" cy="640" r="640" fill="#f00"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="1280">${circle}</svg>`;
  const { address } = keep(svg, { size: '1280x1280', shelf: 'demo', extension: 'svg' });
  const answer = await fetch(`${url}${address}/768.avif`);
  expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({ width: 768, height: 768, hasAlpha: true });
});

test('whoever asks for the same rendition at once gets the same one, made once', async () => {
  const { address, files } = keep(await photo());
  const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}${address}/480.avif`)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ headers }) => headers.get('last-modified'))).size).toBe(1);
  expect(files()).toEqual(['480.avif', 'original.jpg']);
});

test('renditions that no page links to are not made', async () => {
  const { address, files } = keep(await photo(300, 200), { size: '300x200' });
  const known = address.split('/').at(-1);
  const others = [
    '481.avif',
    '0480.avif',
    '768.avif',
    '1280.webp',
    '480.jpeg',
    '480.AVIF',
    '480',
    '.avif',
    '-480.avif',
  ];
  const kept = ['original.jpg', 'original.svg', '480.avif.part', '%00', '480.avif%00', '480%2eavif/', '..%2f480.avif'];
  for (const file of [...others, ...kept])
    expect(await statusOf(`${address}/${file}`), file).toBeGreaterThanOrEqual(400);
  for (const path of [
    `/media/other/${known}/480.avif`,
    `/media/uploads/${'f'.repeat(64)}-300x200/480.avif`,
    `/media/uploads/${known}x/480.avif`,
    `/media/uploads/../../etc/480.avif`,
    `/media/uploads/..%2f..%2fetc-1x1/192.avif`,
    `/media/%2e%2e/${known}/480.avif`,
    `/media/uploads/${known}%2f..%2f${known}/480.avif`,
    `/media/uploads/${'a'.repeat(1900)}-300x200/480.avif`,
    `//media/uploads/${known}/480.avif`,
  ]) {
    expect(await statusOf(path), path).toBeGreaterThanOrEqual(400);
  }
  expect(files()).toEqual(['original.jpg']);
});

test('in place of a rendition that cannot be made the original is sent, for a while', async () => {
  const whole = await photo();
  const damaged = whole.subarray(0, whole.length / 2);
  const { address, files } = keep(damaged);
  for (let round = 0; round < 2; round++) {
    const answer = await fetch(`${url}${address}/480.avif`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(damaged);
  }
  expect(files()).toEqual(['original.jpg']);
  // It is not tried again at once.
  expect(warnings.filter((line) => line.includes(address.slice('/media/'.length)))).toHaveLength(1);
});
