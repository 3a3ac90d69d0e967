import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { writeGzipped } from './gzipped-file.ts';
import { KEEPING, type Keeping, KeptFiles } from './kept-files.ts';

const MINUTE_MS = 60_000;
const never: Keeping = { atLeastMs: 0, rests: 0 };
let text = 'one';
let runs = 0;
const opened: KeptFiles[] = [];

/** Keeps one file with the current text. */
function keep(keeping: Keeping): KeptFiles {
  runs = 0;
  const files = new KeptFiles(async (folder, signal) => {
    runs++;
    return new Map([['file', await writeGzipped(join(folder, 'file'), [text], signal)]]);
  }, keeping);
  opened.push(files);
  return files;
}

async function read(files: KeptFiles) {
  const file = await files.get('file');
  if (!file) throw new Error('There is no file.');
  return { ...file, content: gunzipSync(readFileSync(file.path)).toString() };
}

afterEach(async () => {
  vi.useRealTimers();
  for (const files of opened.splice(0)) await files[Symbol.asyncDispose]();
});

test('whoever asks while it is made gets the same, and so does whoever asks soon after', async () => {
  const files = keep(KEEPING);
  const all = await Promise.all([read(files), read(files), read(files)]);
  expect(await files.get('another')).toBeUndefined();
  expect(new Set(all.map(({ path }) => path)).size).toBe(1);
  expect(runs).toBe(1);
});

test('an old one is made again, and keeps its tag and time only if nothing in it has changed', async () => {
  const files = keep(never);
  const first = await read(files);
  const same = await read(files);
  text = 'two';
  const changed = await read(files);
  expect(runs).toBe(3);
  expect([same.etag, same.modifiedAt]).toEqual([first.etag, first.modifiedAt]);
  expect(changed.content).toBe('two');
  expect(changed.etag).not.toBe(first.etag);
  // Of those before, the last stays for whoever is about to open it.
  expect([first, same, changed].map(({ path }) => existsSync(path))).toEqual([false, true, true]);
});

test('what takes long is kept for longer', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  let made = 0;
  const files = new KeptFiles(async () => {
    made++;
    vi.advanceTimersByTime(MINUTE_MS);
    return new Map();
  }, KEEPING);
  opened.push(files);
  for (const _ of Array(30)) {
    await files.get('file');
    vi.advanceTimersByTime(MINUTE_MS);
  }
  expect(made).toBe(2);
});

test('a failed run is not kept, and a stopped one is refused as such', async () => {
  let fails = true;
  const files = new KeptFiles(async () => {
    if (fails) throw new Error('disk full');
    return new Map();
  }, never);
  opened.push(files);
  await expect(files.get('file')).rejects.toThrow('disk full');
  fails = false;
  expect(await files.get('file')).toBeUndefined();
  const stopped = keep(never);
  stopped.stop();
  await expect(stopped.get('file')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
});

test('the files are gone when the server is', async () => {
  const files = keep(KEEPING);
  const { path } = await read(files);
  await files[Symbol.asyncDispose]();
  expect(existsSync(path)).toBe(false);
});
