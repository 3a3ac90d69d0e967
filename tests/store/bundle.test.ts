import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';

/*
 * The first page is small. Shoppers download none of the admin area's code: it is in no chunk that can be reached from the
 * page's first script, except through its entry, which is imported for admins only (admin/load-admin-routes.ts).
 */

const dist = fileURLToPath(new URL('../../apps/web/dist/client', import.meta.url));
const assets = join(dist, 'assets');

/** The chunk of admin/routes.tsx. */
const ADMIN_ENTRY = /^routes-[\w-]+\.js$/;

/** What only the admin area contains: its procedures, the libraries for charts and dragging, texts of its pages. */
const ADMIN_CODE =
  /\.admin\.(?:products|orders|users|categories|dashboard|activity)\b|recharts|Picked up image|Best sellers|Internal note|Log verified|Unsaved changes/;

let chunks = new Map<string, string>();
beforeAll(() => {
  if (!existsSync(assets)) throw new Error('apps/web/dist is missing: run `npm run build` first.');
  const names = readdirSync(assets).filter((name) => name.endsWith('.js'));
  chunks = new Map(names.map((name) => [name, readFileSync(join(assets, name), 'utf8')]));
});

/** The chunks that a script names, whether it imports them at once or later. */
function namedIn(source: string): string[] {
  return [...source.matchAll(/["'`](?:\.\/|\/?assets\/)([\w-]+\.js)["'`]/g)].flatMap(([, name]) => name ?? []);
}

/** All chunks that can be reached from the page without going through one that is `excluded`. */
function reachable(excluded: (name: string) => boolean): string[] {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const seen = new Set<string>();
  const waiting = namedIn(page);
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    if (seen.has(name) || excluded(name)) continue;
    seen.add(name);
    // The list of chunks to preload names the admin entry's too: only real imports count.
    const source = (chunks.get(name) ?? '').replace(/__vite__mapDeps=.*?\]\)/s, '');
    waiting.push(...namedIn(source));
  }
  return [...seen];
}

const withAdminCode = (names: string[]) => names.filter((name) => ADMIN_CODE.test(chunks.get(name) ?? ''));

test('the chunks of shoppers contain no code of the admin area', () => {
  const shopper = reachable((name) => ADMIN_ENTRY.test(name));
  expect(shopper.length).toBeGreaterThan(20);
  expect(shopper.some((name) => name.startsWith('checkout-page'))).toBe(true);
  expect(withAdminCode(shopper)).toEqual([]);
});

test("the admin area's code is reachable through its entry, so the pattern for it works", () => {
  // Chunks of earlier builds may be there too, when this one came from the cache: no page leads to them.
  expect(reachable(() => false).filter((name) => ADMIN_ENTRY.test(name))).toHaveLength(1);
  const beyond = withAdminCode(reachable(() => false));
  for (const page of ['dashboard-page', 'activity-page', 'users-page', 'categories-page', 'day-chart']) {
    expect(beyond.some((name) => name.startsWith(page))).toBe(true);
  }
});

/** The bytes of the page's own files of a kind, compressed. */
function firstBytes(ending: string): number {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const names = [...page.matchAll(/"\/assets\/([^"]+)"/g)].flatMap(([, name = '']) =>
    name.endsWith(ending) ? name : [],
  );
  expect(names).not.toEqual([]);
  return names.reduce((sum, name) => sum + statSync(join(assets, `${name}.br`)).size, 0);
}

test('the code of the shop is less than 110 KB, and its styles are less than 25', () => {
  // The page of a product is the largest: the code of its folds comes at once.
  const [folds, ...others] = reachable((name) => ADMIN_ENTRY.test(name)).filter((name) => /^folds-/.test(name));
  expect(others).toEqual([]);
  expect(firstBytes('.js') + statSync(join(assets, `${folds}.br`)).size).toBeLessThan(110_000);
  expect(firstBytes('.css')).toBeLessThan(25_000);
});

test.each(['home/home-page', 'catalog/category-page', 'product/product-page'])('%s needs no other code', (name) => {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  expect(manifest['index.html']).toBeDefined();
  expect(manifest[`src/${name}.tsx`]).toBeUndefined();
});

test("the shop's code has nothing of semantic-ui-react, of subscriptions and of what only search engines read", () => {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const shop = namedIn(page).map((name) => chunks.get(name) ?? '');
  expect(shop).not.toEqual([]);
  const others = [...chunks.values()].filter((source) => !shop.includes(source));
  // How the library names what it gives to React; the names of its components are in the code.
  for (const sign of ['handledProps', 'EventSource', 'application/ld+json']) {
    expect(shop.filter((source) => source.includes(sign))).toEqual([]);
  }
  for (const sign of ['handledProps', 'EventSource']) expect(others.some((source) => source.includes(sign))).toBe(true);
});
