import { createShopClient } from '@lantern/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMetrics } from '../../apps/server/src/testing/metrics.ts';
import { adminLogin, bundle, type StoreProcess, spawnStore } from '../../apps/server/src/testing/server-process.ts';

/* The pages of the built store, as browsers, search engines and those that make previews of links get them. */

let store: StoreProcess;
let url = '';
let admin: ReturnType<typeof createShopClient>;
beforeAll(async () => {
  store = spawnStore([process.execPath, ...bundle()], { SEED: 'demo' });
  url = await store.opened();
  admin = createShopClient({ url });
  await admin.auth.login.mutate(adminLogin);
}, 120_000);
afterAll(() => store.end('SIGKILL'));

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(url + path, { method, headers, redirect: 'manual' });
const htmlOf = async (path: string) => (await get(path)).text();

/** What a product is saved by. */
async function versionOf(slug: string) {
  const { items } = await admin.admin.products.list.query({ q: slug.replaceAll('-', ' ') });
  const { id } = items.find((one) => one.slug === slug) ?? expect.fail(`There is no ${slug}.`);
  const { version } = await admin.admin.products.byId.query({ id });
  return { id, version };
}

test.each([
  ['/', 200],
  ['/c/kitchen', 200],
  ['/all?sort=name', 200],
  ['/p/field-watch', 200],
  ['/search?q=lamp', 200],
  ['/login', 200],
  ['/cart', 200],
  ['/pages/returns', 200],
  ['/pages/nothing', 404],
  ['/nowhere', 404],
  ['/c/nothing', 404],
  ['/p/nothing', 404],
  ['/p/%E0%A4%A', 400],
  ['/assets/nothing.js', 404],
])('%s is answered with %i', async (path, status) => {
  expect((await get(path)).status).toBe(status);
});

test('pages are counted by the patterns of their paths, however many are made up', async () => {
  const counted = async () => {
    const series = [...(await readMetrics(url)).keys()].filter((name) => name.includes('kind="page"'));
    return series.filter((name) => name.includes('status="404"')).sort();
  };
  const wrong = (n: number) => [`/p/made-up-${n}`, `/de/c/made-up-${n}`, `/made-up/${n}`];
  for (const path of wrong(0)) await get(path);
  const before = await counted();
  for (const route of ['/p/:slug', '/c/:slug', 'other']) {
    expect(before).toContain(`lantern_requests_total{kind="page",route="${route}",status="404"}`);
  }
  for (let n = 1; n <= 20; n++) for (const path of wrong(n)) expect((await get(path)).status).toBe(404);
  expect(await counted()).toEqual(before);
});

test.each([
  ['/de', 200],
  ['/de/p/field-watch', 200],
  ['/de/nowhere', 404],
  ['/de/assets/nothing.js', 404],
  ['/en/p/field-watch?sku=1', 301],
])('in a language, %s is answered with %i', async (path, status) => {
  const response = await get(path);
  expect(response.status).toBe(status);
  expect(response.headers.get('location')).toBe(status === 301 ? '/p/field-watch?sku=1' : null);
});

test.each([
  ['/p/Field-Watch?sku=1&utm_source=x', '/p/field-watch?sku=1&utm_source=x'],
  ['/de/p/FIELD-WATCH/', '/de/p/field-watch'],
  ['/p/field-watch/?utm_source=x', '/p/field-watch?utm_source=x'],
  ['/P/field-watch', '/p/field-watch'],
  ['/c/Kitchen/?sort=name&utm_source=x', '/c/kitchen?sort=name&utm_source=x'],
  ['/de/C/kitchen', '/de/c/kitchen'],
  ['/pages/Returns?x=1', '/pages/returns?x=1'],
  ['/de/Pages/returns/', '/de/pages/returns'],
  ['/ALL?sort=name&x=1', '/all?sort=name&x=1'],
  ['/de/all//', '/de/all'],
  ['/Search/?q=lamp', '/search?q=lamp'],
  ['/Cart', '/cart'],
  ['/de/?x=1', '/de?x=1'],
  ['/DE', '/de'],
  ['/De/c/kitchen?sort=name', '/de/c/kitchen?sort=name'],
  ['/EN/all', '/all'],
])('%s is another spelling of %s, which it leads to at once', async (path, address) => {
  for (let times = 0; times < 2; times++) {
    const moved = await get(path);
    expect([moved.status, moved.headers.get('location')]).toEqual([301, address]);
  }
  expect((await get(address)).status).toBe(200);
});

test.each(['/P/Nothing/', '/C/Nothing', '/Pages/Nothing/', '/Nowhere/', '/de/Nowhere', '//p/field-watch', '//all'])(
  '%s is not there in any spelling',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

test('a page is kept in each language, and names the others', async () => {
  for (let times = 0; times < 2; times++) {
    const [english, german] = [await htmlOf('/p/field-watch'), await htmlOf('/de/p/field-watch')];
    expect(english).toContain('<html lang="en" data-languages="en de" data-currency="EUR 2">');
    expect(german).toContain('<html lang="de" data-languages="en de" data-currency="EUR 2">');
    expect(german).toMatch(/<link rel="alternate" hreflang="x-default" href="[^"]+\/p\/field-watch">/);
    const [, words = ''] = /<link rel="modulepreload"[^>]* href="(\/assets\/de-[^"]+)">/.exec(german) ?? [];
    expect((await get(words)).status).toBe(200);
  }
});

test.each([undefined, '*/*', 'text/html', 'TEXT/HTML', 'text/*;q=0.5', 'text/html,application/xhtml+xml,*/*;q=0.8'])(
  'whoever accepts %s gets the page',
  async (accept) => {
    const response = await get('/p/field-watch', accept === undefined ? {} : { accept });
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('<bdi>Field watch</bdi></h1>');
  },
);

test('whoever does not accept HTML gets none', async () => {
  const response = await get('/p/field-watch', { accept: 'application/json' });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { data: { code: 'NOT_FOUND' } } });
});

test('HEAD is answered as GET is, without the page', async () => {
  const response = await get('/p/field-watch', {}, 'HEAD');
  expect(response.status).toBe(200);
  expect(response.headers.get('etag')).toBe((await get('/p/field-watch')).headers.get('etag'));
  expect(await response.text()).toBe('');
});

test.each([
  '/',
  '/p/field-watch',
  '/de/cart',
  '/en/all',
  '/favicon.svg',
  '/robots.txt',
  '/sitemap.xml',
  '/media/nothing.webp',
])('%s can only be read, and what is sent there is told so', async (path) => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await get(path, {}, method);
    expect([method, status, headers.get('allow')]).toEqual([method, 405, 'GET, HEAD']);
  }
});

test.each(['/nowhere', '/pages', '/favicon.gif', '/trpc'])(
  'nothing is sent to %s, which is not there',
  async (path) => {
    expect((await get(path, {}, 'POST')).status).toBe(404);
  },
);

test('what asks for the icon where it always used to be gets it, without a page', async () => {
  const response = await get('/favicon.ico');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/vnd.microsoft.icon']);
  const [, type, sizes] = new Uint16Array((await response.arrayBuffer()).slice(0, 6));
  expect({ type, sizes }).toEqual({ type: 1, sizes: 3 });
});

test('a page that a browser has is not sent again, and one that it has not is compressed', async () => {
  const first = await get('/', { 'accept-encoding': 'br' });
  expect(first.headers.get('content-encoding')).toBe('br');
  expect(first.headers.get('vary')).toContain('accept-encoding');
  const etag = first.headers.get('etag') ?? '';
  for (const known of [etag, etag.replace('W/', ''), `"other" , ${etag}`, '*']) {
    expect((await get('/', { 'if-none-match': known })).status).toBe(304);
  }
  expect((await get('/', { 'if-none-match': '"other"' })).status).toBe(200);
});

test('whoever is logged in gets the same page as everyone, which nobody else may keep', async () => {
  const login = await fetch(`${url}/trpc/auth.login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(adminLogin),
  });
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const own = await get('/', { cookie });
  expect(own.headers.get('cache-control')).toBe('private, no-cache');
  expect(own.headers.getSetCookie()).toEqual([]);
  expect(await own.text()).toBe(await htmlOf('/'));
});

test('the script that stands in the page is allowed by its hash, and nothing else is inline', async () => {
  const response = await get('/');
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/]+=*'/);
  expect(policy).not.toContain('unsafe-inline');
  const html = await response.text();
  const inline = [...html.matchAll(/<script(?![^>]*(?: src=|type="application\/))[^>]*>/g)];
  expect(inline).toHaveLength(1);
});

test('the files of the pages come without what only documents need, and are as safe as these', async () => {
  const [, script = ''] = /<script type="module"[^>]* src="([^"]+)"/.exec(await htmlOf('/')) ?? [];
  const { status, headers } = await get(script, { 'accept-encoding': 'br' });
  expect([status, headers.get('content-encoding')]).toEqual([200, 'br']);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toBeNull();
  expect([...headers].flat().join('').length).toBeLessThan(700);
  const document = await get('/favicon.svg');
  expect(document.headers.get('content-security-policy')).toContain("default-src 'self'");
});

test('the next answer shows what an admin has changed, on every page that says it', async () => {
  const pages = ['/p/field-watch', '/search?q=watch', '/all?sort=name&from=1'];
  await Promise.all([...pages, '/'].map(htmlOf));
  await admin.admin.products.update.mutate({ ...(await versionOf('field-watch')), name: 'A field watch, renamed' });
  for (const page of pages) expect(await htmlOf(page), page).toContain('A field watch, renamed');
  const [cheapest] = await admin.admin.delivery.list.query();
  const { code, name, priceCents, minDays, maxDays, active } = cheapest ?? expect.fail('Nothing is delivered.');
  const method = { code, name, priceCents, minDays, maxDays, active, freeFromCents: 12_300 };
  await admin.admin.delivery.save.mutate(method);
  expect(await htmlOf('/')).toContain('Free delivery on orders of €123 or more');
});

test('what an admin writes is on its page and in every footer at once, and a renamed page leads to its new address', async () => {
  const before = await htmlOf('/p/field-watch');
  expect(before).toMatch(/<nav aria-label="Help">.*"\/pages\/delivery".*"\/pages\/terms".*<\/nav>/);
  expect(await htmlOf('/pages/returns')).toContain('<strong>30 days</strong>');
  const pages = await admin.admin.pages.list.query();
  const { id } = pages.find(({ slug }) => slug === 'returns') ?? expect.fail('There is no page about returns.');
  const { updatedAt, ...page } = await admin.admin.pages.byId.query({ id });
  const changed = { ...page, slug: 'sending-back', title: 'Sending back', markdown: 'You have **a year**.' };
  await admin.admin.pages.update.mutate(changed);
  expect(await htmlOf('/pages/sending-back')).toContain('<strong>a year</strong>');
  expect(await htmlOf('/p/field-watch')).toContain('Sending back');
  const moved = await get('/pages/returns');
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/pages/sending-back']);
  await admin.admin.pages.update.mutate({ ...changed, version: undefined, published: false });
  expect((await get('/pages/sending-back')).status).toBe(404);
  expect((await get('/pages/returns')).status).toBe(404);
  expect(await htmlOf('/p/field-watch')).not.toContain('Sending back');
});

test('a product that was renamed leads to its new address, and one that is no longer sold is gone', async () => {
  const { id, version } = await versionOf('cutlery-set');
  const renamed = await admin.admin.products.update.mutate({ id, version, slug: 'forks-and-knives' });
  for (const path of ['/p/cutlery-set', '/P/Cutlery-Set/']) {
    const moved = await get(`${path}?sku=x&y=1`);
    expect([path, moved.status, moved.headers.get('location')]).toEqual([path, 301, '/p/forks-and-knives?sku=x&y=1']);
  }
  await admin.admin.products.update.mutate({ id, version: renamed.version, status: 'archived' });
  for (const path of ['/p/forks-and-knives', '/p/cutlery-set']) {
    const gone = await get(path);
    expect(gone.status, path).toBe(410);
    expect(await gone.text()).toContain('No longer sold');
  }
  expect((await get('/P/Cutlery-Set/')).status).toBe(410);
});

test('the store can be installed: its manifest names pages that exist and icons of the size that it says', async () => {
  expect(await htmlOf('/')).toContain('<link rel="manifest" href="/manifest.webmanifest"');
  const response = await get('/manifest.webmanifest');
  expect(response.headers.get('content-type')).toMatch(/^application\/manifest\+json/);
  expect(response.headers.get('cache-control')).toBe('no-cache');
  const { start_url, shortcuts, icons } = await response.json();
  const urls: string[] = [start_url, ...shortcuts.map(({ url }: { url: string }) => url)];
  for (const url of urls) expect((await get(url)).status, url).toBe(200);
  for (const { src, sizes, type } of icons) {
    const icon = await get(src);
    expect(icon.headers.get('content-type'), src).toMatch(type);
    if (sizes === 'any') continue;
    // The head of a PNG.
    const head = new DataView(await icon.arrayBuffer(), 16, 8);
    expect(`${head.getUint32(0)}x${head.getUint32(4)}`, src).toBe(sizes);
  }
});

test('the service worker is asked for at each visit, and names files that exist', async () => {
  const response = await get('/sw.js');
  expect(response.headers.get('content-type')).toMatch(/^application\/javascript/);
  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect((await get('/')).headers.get('content-security-policy')).toContain("worker-src 'self';manifest-src 'self'");
  const files = [...(await response.text()).matchAll(/\/(?:assets\/[\w-]+\.(?:js|css|woff2)|offline\.js)/g)];
  expect(files.length).toBeGreaterThan(10);
  for (const [file] of files) expect((await get(file)).status, file).toBe(200);
});
