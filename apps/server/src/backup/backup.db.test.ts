import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { storeImage } from '@lantern/api/admin/images/service';
import { MediaFolder } from '@lantern/api/images/store/media-folder';
import { readMediaUrl } from '@lantern/api/images/store/media-url';
import { openMedia } from '@lantern/api/images/store/open-media';
import { sell } from '@lantern/api/testing/sale';
import { startTestServices, type TestServices } from '@lantern/api/testing/test-services';
import { actingAs } from '@lantern/db/activity/actor';
import { Database } from '@lantern/db/database';
import { LocalFile } from '@lantern/db/local-file';
import { Category } from '@lantern/db/models/category';
import { UploadedImage } from '@lantern/db/models/uploaded-image';
import { digestsOf } from '@lantern/db/testing/digests';
import { seededRandom } from '@lantern/db/testing/seeded';
import { openTestDatabase } from '@lantern/db/testing/test-database';
import { Snapshot } from '@lantern/db/transfer/snapshot';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startS3 } from '../../../../scripts/lib/s3.mjs';
import { checksum, pack } from './archive.ts';
import { BackupError } from './backup-error.ts';
import { MANIFEST, MANIFEST_SUM, manifestSchema } from './manifest.ts';
import { OpenBackup } from './open.ts';
import { restoreBackup } from './restore.ts';
import { sqliteFile } from './sqlite-file.ts';
import { takeBackup } from './take.ts';
import { WorkFolder } from './work-folder.ts';

const actor = { id: 1, email: 'mira@example.com', requestId: null, ip: null };
const silent = { update: () => undefined, done: () => undefined };
const STOCK = 40;

const folder = mkdtempSync(join(tmpdir(), 'lantern-backup-'));
const mediaDir = join(folder, 'media');
const media = new MediaFolder(mediaDir);
const busy = join(folder, 'busy.tar');
const quiet = join(folder, 'quiet.tar');

let t: TestServices;
let digests: Record<string, string>;
beforeAll(async () => {
  t = await startTestServices();
  const color = { width: 40, height: 30, channels: 3, background: 'teal' } as const;
  const bytes = await sharp({ create: color }).png().toBuffer();
  const { url } = await storeImage(t.services, media, { bytes, fileName: 'teal.png' });
  writeFileSync(join(folder, url.replace(/[^/]+$/, '320.avif')), 'made again when it is asked for');
  await backUpWhileSelling();
  await takeBackup({ database: t.database, media }, quiet);
  digests = await digestsOf(t.database);
  await t.open[Symbol.asyncDispose]();
});
afterAll(async () => {
  await t[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

/** Sells, renames and backs up at the same time, until the backup is there. */
async function backUpWhileSelling(): Promise<void> {
  await sell(t, { name: 'Before' });
  let isTaken = false;
  const taking = takeBackup({ database: t.database, media }, busy).finally(() => {
    isTaken = true;
  });
  const fields = { slug: 'lamps', name: 'Lamps', parentId: null, position: 0, accent: 1, imageUrl: null };
  const category = await actingAs(actor, () => t.database.transaction(() => Category.create(fields)));
  for (let sold = 0; !isTaken; sold++) {
    await sell(t, { stock: STOCK, quantity: 3 });
    await actingAs(actor, () => t.database.transaction(() => category.update({ name: `Lamps ${sold}` })));
  }
  await taking;
}

/** Where a store is restored to, with its images in this folder. */
function placeIn(catalogDir: string, databaseUrl: string) {
  const mediaDir = join(catalogDir, 'media');
  return { databaseUrl, mediaDir, media: new MediaFolder(mediaDir), catalogDir };
}

/** An empty database of the kind under test, which nobody has open. */
async function emptyPlace() {
  const opened = await openTestDatabase(() => Promise.resolve());
  await opened.database.close();
  const place = placeIn(mkdtempSync(join(folder, 'place-')), opened.url);
  return { place, [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose]() };
}

/** A closed database. A copy, since a process holds the files that it has had open until memory is tidied up. */
function closedCopy(databaseUrl: string): string {
  const file = sqliteFile(databaseUrl);
  if (file) copyFileSync(file, `${file}.copy`);
  return file ? `sqlite:${file}.copy` : databaseUrl;
}

/** One that has been restored. */
async function filledPlace() {
  const empty = await emptyPlace();
  await restoreBackup(quiet, empty.place, { force: false, progress: silent });
  return { ...empty, place: { ...empty.place, databaseUrl: closedCopy(empty.place.databaseUrl) } };
}

test('a store is restored elsewhere with every row, number and image', async () => {
  await using empty = await emptyPlace();
  const { checked } = await restoreBackup(quiet, empty.place, { force: false, progress: silent });
  expect(checked).toMatchObject({ log: { ok: true, firstBroken: null }, differences: 0 });
  expect(checked.log.checked).toBeGreaterThan(1);
  await using database = Database.open(empty.place.databaseUrl);
  expect(await digestsOf(database)).toEqual(digests);
  await using backup = await OpenBackup.open(quiet, folder);
  // Without what is made from it.
  expect(backup.images.paths).toEqual([expect.stringMatching(/^uploads\/[^/]+\/original\.jpg$/)]);
  for (const path of backup.images.paths) {
    expect(readFileSync(join(empty.place.mediaDir, path))).toEqual(readFileSync(join(mediaDir, path)));
  }
});

test('images in a bucket are backed up with the store, and restored to one', { tags: 'long' }, async () => {
  const s3 = await startS3();
  try {
    const open = (prefix: string) => {
      const cacheFolder = mkdtempSync(join(folder, 'cache-'));
      return openMedia(readMediaUrl(`${s3.url}&prefix=${prefix}`), {
        cacheFolder,
        log: t.services.log,
        isPatient: true,
      });
    };
    const [lost, empty] = [await open('lost'), await open('empty')];
    const kept = 'uploads/3f9a-4x3/original.jpg';
    const earlier = 'uploads/3f9a-640.webp';
    for (const path of [kept, earlier]) await lost.save(path, Buffer.from(path));
    await lost.save('uploads/3f9a-4x3/192.avif', Buffer.from('made again when it is asked for'));
    const backup = join(folder, 'bucket.tar');
    // Of those that the database knows of, none is there.
    await takeBackup({ database: t.database, media: lost }, backup, { force: true });
    await using target = await emptyPlace();
    const place = { ...target.place, media: empty };
    await restoreBackup(backup, place, { force: false, progress: silent });
    const restored = [];
    for await (const { path } of empty.list()) restored.push(path);
    expect(restored.sort()).toEqual([kept, earlier]);
    expect(await text(await empty.read(kept))).toBe(kept);
    await s3.kill();
    const unavailable = { reason: 'images_unavailable' };
    await expect(takeBackup({ database: t.database, media: lost }, backup)).rejects.toMatchObject(unavailable);
  } finally {
    await s3.stop();
  }
});

test('what is backed up while the store sells is of one moment, on either database', async () => {
  const url = `sqlite:${join(folder, 'moment.db')}`;
  const place = placeIn(mkdtempSync(join(folder, 'moment-')), url);
  const { checked } = await restoreBackup(busy, place, { force: false, progress: silent });
  expect(checked.log.ok).toBe(true);
  await using database = Database.open(url);
  const [books] = await database.select<Record<string, number>>(
    `SELECT (SELECT COUNT(*) FROM orders) AS orders,
      (SELECT COUNT(*) FROM orders o WHERE o.status = 'paid'
        AND o.totalCents = (SELECT SUM(p.amountCents) FROM payments p WHERE p.orderId = o.id AND p.status = 'captured')) AS paid,
      (SELECT COALESCE(SUM(v.stock), 0) FROM variants v) + (SELECT COALESCE(SUM(i.quantity), 0) FROM order_items i) AS items,
      (SELECT COUNT(*) FROM variants) AS variants`,
    {},
  );
  const pending = await database.select<{ status: string }>("SELECT status FROM orders WHERE status <> 'paid'", {});
  // One order may be between its reservation and its capture.
  expect(pending.length).toBeLessThanOrEqual(1);
  expect(books?.paid).toBe(Number(books?.orders) - pending.length);
  expect(books?.items).toBe(5 + (Number(books?.variants) - 1) * STOCK);
});

test('a damaged or cut off backup is refused before anything is changed', { tags: 'long' }, async () => {
  const random = seededRandom();
  const whole = readFileSync(quiet);
  const damaged = join(folder, 'damaged.tar');
  await using backup = await OpenBackup.open(quiet, folder);
  const opened = async () => {
    await using other = await OpenBackup.open(damaged, folder);
    return other.manifest;
  };
  for (let round = 0; round < 8; round++) {
    const at = Math.floor(random() * whole.length);
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
    writeFileSync(damaged, bytes);
    const result = await opened().catch(String);
    // Only tar's own fields, such as the owner of a file, or what it fills up with may change.
    if (typeof result === 'string') expect(result).toMatch(/^BackupError: [^\n]+\.$/);
    else expect(result).toEqual(backup.manifest);
    // The last 10 kB are empty.
    writeFileSync(damaged, whole.subarray(0, Math.floor(random() * (whole.length - 10_240))));
    await expect(opened()).rejects.toThrow(BackupError);
  }
  await using store = await filledPlace();
  await expect(restoreBackup(damaged, store.place, { force: true, progress: silent })).rejects.toThrow(BackupError);
  await using database = Database.open(store.place.databaseUrl);
  expect(await digestsOf(database)).toEqual(digests);
});

test('a database with orders is replaced only by force, and an embedded one is kept', { tags: 'long' }, async () => {
  await using refusing = await filledPlace();
  await expect(restoreBackup(busy, refusing.place, { force: false, progress: silent })).rejects.toThrow(
    'The database has orders already: use --force to replace everything in it.',
  );
  await using forced = await filledPlace();
  const { replaced } = await restoreBackup(busy, forced.place, { force: true, progress: silent });
  expect(replaced !== null && existsSync(replaced)).toBe(t.database.dialect.name === 'sqlite');
});

test('a database that a store has open is not replaced', async () => {
  const place = placeIn(folder, t.url);
  await using _connection = await Snapshot.open(t.database);
  const restoring = restoreBackup(quiet, place, { force: true, progress: silent });
  await expect(restoring).rejects.toThrow('The database is in use: stop the store first.');
});

test('a backup of a newer version is refused in one sentence', async () => {
  await using empty = await emptyPlace();
  const inside = mkdtempSync(join(folder, 'newer-'));
  const manifest = manifestSchema.parse({
    ...{ format: 1, version: '9.0.0', takenAt: new Date().toISOString(), log: { seq: 0, hash: '' } },
    ...{ migrations: ['0001-initial', '0999-later'], tables: [], files: [] },
  });
  writeFileSync(join(inside, MANIFEST), JSON.stringify(manifest));
  writeFileSync(join(inside, MANIFEST_SUM), (await checksum(inside, MANIFEST)).sha256);
  const newer = join(folder, 'newer.tar');
  await pack(newer, inside, [MANIFEST, MANIFEST_SUM]);
  await expect(restoreBackup(newer, empty.place, { force: true, progress: silent })).rejects.toThrow(
    'The backup belongs to a newer version of Lantern (it has 0999-later): restore it with that version.',
  );
});

test('a database of a newer version is not backed up', async () => {
  await using newer = await openTestDatabase();
  const { database } = newer;
  const later = () => database.sequelize.query("INSERT INTO migrations (name) VALUES ('0999-later')");
  await database.transaction(later);
  const says = 'The database belongs to a newer version of Lantern (it has 0999-later)';
  await expect(takeBackup({ database, media }, join(folder, 'refused.tar'))).rejects.toThrow(
    `${says}: back it up with that version.`,
  );
  expect(existsSync(join(folder, 'refused.tar'))).toBe(false);
});

test('nothing is restored into a database of a newer version, even by force', async () => {
  await using newer = await openTestDatabase();
  const { database } = newer;
  await database.transaction(() => database.sequelize.query("INSERT INTO migrations (name) VALUES ('0999-later')"));
  if (database.dialect.name === 'sqlite') await database.sequelize.query('PRAGMA wal_checkpoint(TRUNCATE)');
  await database.close();
  const inside = mkdtempSync(join(folder, 'newer-'));
  const place = placeIn(inside, closedCopy(newer.url));
  await expect(restoreBackup(quiet, place, { force: true, progress: silent })).rejects.toThrow(
    'The database belongs to a newer version of Lantern (it has 0999-later): use that version, or another database.',
  );
  expect(readdirSync(inside)).toEqual([]);
});

test('images that the database knows of and nobody finds are told, and none at all is refused', {
  tags: 'long',
}, async () => {
  const database = t.database;
  const elsewhere = new MediaFolder(join(folder, 'misspelt'));
  const target = join(folder, 'incomplete.tar');
  await expect(takeBackup({ database, media: elsewhere }, target)).rejects.toThrow(
    'Not one of the uploaded images (1) is where MEDIA_DIR or MEDIA_URL says: --force backs the store up without them.',
  );
  expect(existsSync(target)).toBe(false);
  expect(await takeBackup({ database, media: elsewhere }, target, { force: true })).toMatchObject({ missing: [1, 1] });
  expect(await takeBackup({ database, media }, target)).toMatchObject({ missing: [0, 1] });
  // One from before originals were kept.
  const earlier = {
    sha256: 'f'.repeat(64),
    fileName: 'a.png',
    width: 9,
    height: 9,
    url: '/media/uploads/3f9a-640.webp',
  };
  const row = await actingAs(actor, () => database.transaction(() => UploadedImage.create(earlier)));
  expect(await takeBackup({ database, media }, target)).toMatchObject({ missing: [1, 2] });
  await media.save('uploads/3f9a-640.webp', Buffer.from('x'));
  expect(await takeBackup({ database, media }, target)).toMatchObject({ missing: [0, 2] });
  await media.remove('uploads/3f9a-640.webp');
  await actingAs(actor, () => database.transaction(() => row.destroy()));
});

test('what a killed backup has left is removed by the next one, and not what another one is using', async () => {
  const place = mkdtempSync(join(folder, 'left-'));
  const left = join(place, '.lantern-backup-left');
  mkdirSync(left);
  LocalFile.lock(join(left, '.in-use'))?.[Symbol.dispose]();
  await using used = await WorkFolder.make(place, '.lantern-backup-');
  await takeBackup({ database: t.database, media }, join(place, 'next.tar'));
  expect(readdirSync(place).sort()).toEqual([basename(used.path), 'next.tar']);
});
