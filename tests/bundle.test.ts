import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';

/*
 * No line of the admin's room is in what a shopper can download: from the page's first script through all
 * chunks that lead on from there, but for the one door, which opens only for an admin (admin/discover.ts).
 */

const dist = fileURLToPath(new URL('../apps/web/dist', import.meta.url));
const assets = join(dist, 'assets');

/** The chunk of admin/routes.tsx. */
const DOOR = /^routes-[\w-]+\.js$/;

/** What is only ever said or called in there: the procedures, the chart's library, words of the pages. */
const ADMIN_CODE =
  /\.admin\.(?:products|orders|users|categories|dashboard|activity)\b|recharts|Best sellers|Internal note|Chain verified|Unsaved changes/;

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

/** All that can be reached from the page, without going through a chunk that `isShut`. */
function reachable(isShut: (name: string) => boolean): string[] {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const seen = new Set<string>();
  const waiting = namedIn(page);
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    if (seen.has(name) || isShut(name)) continue;
    seen.add(name);
    // A list of what to fetch beside a chunk names the door's own chunks, too: only real imports lead on.
    const source = (chunks.get(name) ?? '').replace(/__vite__mapDeps=.*?\]\)/s, '');
    waiting.push(...namedIn(source));
  }
  return [...seen];
}

const withAdminCode = (names: string[]) => names.filter((name) => ADMIN_CODE.test(chunks.get(name) ?? ''));

test('a shopper’s chunks hold nothing of the admin’s room', () => {
  const shopper = reachable((name) => DOOR.test(name));
  expect(shopper.length).toBeGreaterThan(20);
  expect(shopper.some((name) => name.startsWith('checkout-page'))).toBe(true);
  expect(withAdminCode(shopper)).toEqual([]);
});

test('behind the door it is there, so that the search for it can find something', () => {
  expect([...chunks.keys()].filter((name) => DOOR.test(name))).toHaveLength(1);
  const beyond = withAdminCode(reachable(() => false));
  for (const page of ['dashboard-page', 'activity-page', 'users-page', 'categories-page', 'day-chart']) {
    expect(beyond.some((name) => name.startsWith(page))).toBe(true);
  }
});
