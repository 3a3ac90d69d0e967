import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { MediaFolder } from '@lantern/api/images/store/media-folder';
import type { MediaStore } from '@lantern/api/images/store/media-store';
import { readMediaUrl } from '@lantern/api/images/store/media-url';
import { openMedia } from '@lantern/api/images/store/open-media';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../../../scripts/lib/root.mjs';
import { startS3 } from '../../../../scripts/lib/s3.mjs';
import { createLogger } from '../logger.ts';
import { moveMedia } from './move-media.ts';

const log = createLogger('silent');
const silent = { update: () => undefined, done: () => undefined };
const folder = mkdtempSync(join(tmpdir(), 'lantern-media-'));
const COUNT = 40;
const paths = Array.from(
  { length: COUNT },
  (_, at) => `uploads/${at}-4x3/${at % 4 === 0 ? 'original.jpg' : '192.webp'}`,
);
const contentOf = (path: string) => Buffer.from(path.repeat(1 + (path.length % 300)));

let s3: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(async () => {
  await s3.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function filledFolder(): Promise<MediaFolder> {
  const media = new MediaFolder(mkdtempSync(join(folder, 'files-')));
  for (const path of paths) await media.save(path, contentOf(path));
  return media;
}

/** A part of the bucket that is empty. */
const bucketUrl = () => `${s3.url}&prefix=${crypto.randomUUID()}`;
const open = (url: string) =>
  openMedia(readMediaUrl(url), { cacheFolder: mkdtempSync(join(folder, 'cache-')), log, isPatient: true });

async function contents(media: MediaStore): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const { path } of media.list()) found[path] = (await buffer(await media.read(path))).toString();
  return found;
}

const all = Object.fromEntries(paths.map((path) => [path, contentOf(path).toString()]));

test('images move to a bucket and back, as often as it is said, and then leave where they were', {
  tags: 'long',
}, async () => {
  const [files, bucket] = [await filledFolder(), await open(bucketUrl())];
  const keep = { remove: false, progress: silent };
  expect(await moveMedia(files, bucket, keep)).toEqual({ copied: COUNT, known: 0, removed: 0 });
  expect(await contents(bucket)).toEqual(all);
  // As a move that was cut off leaves it, and a disk that lied.
  await bucket.remove(String(paths[0]));
  await bucket.save(String(paths[1]), Buffer.from(all[String(paths[1])]?.replace('uploads', 'damaged') ?? ''));
  expect(await moveMedia(files, bucket, keep)).toEqual({ copied: 2, known: COUNT - 2, removed: 0 });
  expect(await contents(bucket)).toEqual(all);
  expect(await moveMedia(files, bucket, { ...keep, remove: true })).toEqual({
    copied: 0,
    known: COUNT,
    removed: COUNT,
  });
  expect(await contents(files)).toEqual({});
  const back = new MediaFolder(mkdtempSync(join(folder, 'files-')));
  expect(await moveMedia(bucket, back, { ...keep, remove: true })).toEqual({ copied: COUNT, known: 0, removed: COUNT });
  expect([await contents(back), await contents(bucket)]).toEqual([all, {}]);
});

test('a move that is interrupted leaves nothing out when it is run again', { tags: 'long' }, async () => {
  const files = await filledFolder();
  const url = bucketUrl();
  const bucket = await open(url);
  let done = 0;
  const killing = {
    done: () => undefined,
    update: () => {
      done++;
      if (done === 5) void s3.kill();
    },
  };
  const moving = moveMedia(files, bucket, { remove: true, progress: killing });
  await expect(moving).rejects.toMatchObject({ reason: 'images_unavailable' });
  await s3.restart();
  expect({ ...(await contents(files)), ...(await contents(await open(url))) }).toEqual(all);
  const again = await moveMedia(files, await open(url), { remove: true, progress: silent });
  expect(again.removed).toBeGreaterThan(0);
  expect([await contents(await open(url)), await contents(files)]).toEqual([all, {}]);
});

test('what is moved to where it is stays there', async () => {
  const files = await filledFolder();
  const moving = moveMedia(files, new MediaFolder(`${files.folder}/.`), { remove: true, progress: silent });
  await expect(moving).rejects.toThrow('Both are the same place: there is nothing to move.');
  expect(await contents(files)).toEqual(all);
});

/** The exit code and output of `npm run media:move`. */
async function command(...args: string[]) {
  const program = fileURLToPath(new URL('move-media-command.ts', import.meta.url));
  return await promisify(execFile)(process.execPath, ['--import', 'tsx', program, ...args], { cwd: ROOT }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, output: String(stdout + stderr) }),
  );
}

test('the command says how many, and its exit code whether all went well', { tags: 'long' }, async () => {
  const files = await filledFolder();
  const [from, to] = [`file:${files.folder}`, bucketUrl()];
  const [moved, nowhere, bad, absent, none] = await Promise.all([
    command('--from', from, '--to', to),
    command('--from', from, '--to', to.replace('@images', '@nowhere')),
    command('--from', from, '--to', `${to}&colour=blue`),
    command('--from', `${from}-absent`, '--to', to),
    command('--from', from),
  ]);
  expect(moved).toEqual({
    code: 0,
    output: expect.stringContaining(`${COUNT} images copied, 0 were there already, 0 removed.\n`),
  });
  expect(nowhere).toEqual({
    code: 1,
    output: expect.stringMatching(/^Images cannot be stored in s3:\/\/nowhere: [^\n]*\n$/),
  });
  expect(bad).toEqual({
    code: 1,
    output: expect.stringMatching(/^--to cannot be used: it must have nothing but [^\n]*\n$/),
  });
  expect(bad.output).not.toContain('S3RVER');
  expect(absent).toEqual({ code: 1, output: `--from cannot be used: there is no folder ${files.folder}-absent.\n` });
  expect(none).toEqual({ code: 1, output: expect.stringMatching(/^Say from where and to where: [^\n]*\n$/) });
});
