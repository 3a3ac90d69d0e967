import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test, vi } from 'vitest';
import { Renditions } from './renditions.ts';
import { MediaFolder } from './store/media-folder.ts';
import { writeAtomically } from './write-atomically.ts';

vi.mock('./write-atomically.ts', () => ({ writeAtomically: vi.fn() }));

const mediaDir = mkdtempSync(join(tmpdir(), 'lantern-media-'));
afterAll(() => rmSync(mediaDir, { recursive: true, force: true }));

test('on a full disk the original is sent, and a minute later a rendition is tried again', async () => {
  const folder = 'abc-20x10';
  const path = join(mediaDir, 'uploads', folder);
  mkdirSync(path, { recursive: true });
  await sharp({ create: { width: 20, height: 10, channels: 3, background: '#888' } })
    .jpeg()
    .toFile(join(path, 'original.jpg'));
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const renditions = new Renditions(new MediaFolder(mediaDir), log);
  const find = () => renditions.find({ shelf: 'uploads', folder, side: 192, format: 'avif' });
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  vi.mocked(writeAtomically).mockRejectedValueOnce(full);
  const original = `uploads/${folder}/original.jpg`;
  expect([await find(), await find(), await find()]).toEqual([original, original, original]);
  expect(writeAtomically).toHaveBeenCalledOnce();
  expect(log.warn).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ err: full }), expect.any(String));

  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now + 60_001);
  expect(await find()).toBe(`uploads/${folder}/192.avif`);
  expect(readdirSync(path)).toEqual(['original.jpg']);
});
