import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { address, failureOf, startTestServices, type TestServices } from '@lantern/api/testing/test-services';
import { Category } from '@lantern/db/models/category';
import { Product } from '@lantern/db/models/product';
import { User } from '@lantern/db/models/user';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { openConfiguredMedia } from './media.ts';
import { prepare } from './prepare.ts';

let t: TestServices;
let mediaDir: string;
let printed: string[];
beforeEach(async () => {
  t = await startTestServices();
  mediaDir = mkdtempSync(join(tmpdir(), 'lantern-media-'));
  printed = [];
});
afterEach(async () => {
  rmSync(mediaDir, { recursive: true, force: true });
  await t[Symbol.asyncDispose]();
});

const start = async (env: NodeJS.ProcessEnv = {}) => {
  const config = readConfig({ SEED: 'none', MEDIA_DIR: mediaDir, ...env });
  const media = await openConfiguredMedia(config, { log: t.services.log });
  const progress = { update: () => undefined, done: (line: string) => printed.push(line) };
  await prepare({ database: t.database, media }, config, progress);
};

const writeCategory = () =>
  t.database.transaction(() =>
    Category.create({ slug: 'kitchen', name: 'Kitchen', parentId: null, position: 0, accent: 1 }),
  );

test('the first start creates an admin and prints the password once', async () => {
  await start();
  const [, password = ''] =
    /^Admin: admin@example\.com, password (\S{16}) {2}\(shown this once\)$/.exec(printed.join()) ?? [];
  const { user } = await t.browser().api.auth.login({ email: 'admin@example.com', password });
  expect(user.role).toBe('admin');
  printed = [];
  await start({ ADMIN_EMAIL: 'other@shop.example', ADMIN_PASSWORD: 'another one' });
  expect(printed).toEqual([]);
  expect(await User.count()).toBe(1);
});

test('a configured password is used and not printed', async () => {
  const env = { ADMIN_EMAIL: 'mira@shop.example', ADMIN_PASSWORD: 'correct horse' };
  await start(env);
  expect(printed).toEqual(['Admin: mira@shop.example, the password you set']);
  const { user } = await t.browser().api.auth.login({ email: 'mira@shop.example', password: 'correct horse' });
  expect(user.role).toBe('admin');
});

test('a weak password for a new admin is refused, and for an existing one ignored', async () => {
  for (const weak of ['password', 'Password1', 'aaaaaaaa', 'admin1234', 'lantern-admin']) {
    const refused = start({ ADMIN_PASSWORD: weak });
    await expect(refused).rejects.toThrow('ADMIN_PASSWORD cannot be used: it is too easy to guess.');
  }
  expect(await User.count()).toBe(0);
  await start({ ADMIN_PASSWORD: 'correct horse' });
  await start({ ADMIN_PASSWORD: 'password' });
  expect(await User.count()).toBe(1);
});

test("a user who registered with the admin's email is logged out, and the account becomes the admin's", async () => {
  const early = t.browser();
  const account = { email: 'mira@shop.example', password: 'early bird', name: 'Early' };
  await early.api.auth.register(account);
  await early.api.account.updateShipping(address);
  await start({ ADMIN_EMAIL: account.email, ADMIN_PASSWORD: 'correct horse' });
  expect(await early.api.auth.me()).toBeNull();
  expect(await failureOf(early.api.auth.login(account))).toBeDefined();
  const { api } = t.browser();
  expect((await api.auth.login({ email: account.email, password: 'correct horse' })).user.role).toBe('admin');
  expect((await api.account.shipping())?.city).toBe(address.city);
});

test('servers that start at the same time seed the store once, and one prints the password', async () => {
  await Promise.all([start({ SEED: 'demo' }), start({ SEED: 'demo' }), start({ SEED: 'demo' })]);
  expect(printed.filter((line) => line.startsWith('Admin:'))).toHaveLength(1);
  expect(printed.filter((line) => line.startsWith('Filled'))).toHaveLength(1);
  expect(await Product.count()).toBeGreaterThanOrEqual(120);
  expect(readdirSync(join(mediaDir, 'demo')).length).toBeGreaterThan(100);
});

test('an unusable folder for images is reported before anything else happens', async () => {
  const at = (name: string) => join(mediaDir, name);
  for (const [name, target] of Object.entries({ nowhere: 'gone/away', loop: 'loop' })) symlinkSync(target, at(name));
  mkdirSync(at('half'));
  writeFileSync(at('half/uploads'), 'This is a file, but should be the folder of uploads.');
  writeFileSync(at('file'), 'This is a file.');
  const folders = ['half', 'nowhere', 'nowhere/x', 'loop', 'loop/x', 'file', 'file/x', 'x'.repeat(300)].map(at);
  if (existsSync('/proc/self')) folders.push('/proc/x', '/proc/x/y', '/proc/self/fd/x', '/proc', '/sys/x', '/sys');
  const why = '(nothing can be written there|this user may not|it is not a folder|it is a link that|its name is too)';
  for (const folder of folders)
    await expect(start({ MEDIA_DIR: folder }), folder).rejects.toThrow(
      new RegExp(`^Images cannot be stored in ${folder}: ${why}[^:.]* \\(set MEDIA_DIR to another folder\\)\\.$`),
    );
  expect(printed).toEqual([]);
  expect(await User.count()).toBe(0);
  await start({ MEDIA_DIR: at('made/of/three') });
  expect(readdirSync(at('made/of/three/uploads'))).toEqual([]);
});

test('a store keeps the currency and the first language that it was begun with', async () => {
  await start({ CURRENCY: 'CHF', LANGUAGES: 'de,en' });
  // Nothing has a price or a text yet.
  await start({ CURRENCY: 'JPY', LANGUAGES: 'en,de' });
  await writeCategory();
  await start({ CURRENCY: 'JPY', LANGUAGES: 'en' });
  await expect(start({ CURRENCY: 'EUR' })).rejects.toThrow(
    new ConfigError(
      'CURRENCY cannot be used: the amounts of this store are in JPY, not in EUR (set CURRENCY to JPY, or begin with an empty database).',
    ),
  );
  await expect(start({ CURRENCY: 'JPY', LANGUAGES: 'de,en' })).rejects.toThrow(
    new ConfigError(
      'LANGUAGES cannot be used: the texts of this store are in en, which must be the first (set LANGUAGES to en,de, or begin with an empty database).',
    ),
  );
});

test('a store from before they were kept has those of its next start', async () => {
  await writeCategory();
  await start({ CURRENCY: 'CHF', LANGUAGES: 'de' });
  await expect(start({ CURRENCY: 'EUR', LANGUAGES: 'de' })).rejects.toThrow('are in CHF, not in EUR');
  await start({ CURRENCY: 'CHF', LANGUAGES: 'de,en' });
});
