import { expect, test } from 'vitest';
import { createRenderer } from './server.tsx';
import type { Envelope, PageRequest } from './types.ts';

const template = `<html lang="en"><head><!--head--><title>Lantern</title><!--/head-->
<script type="module" src="/assets/main.js"></script><link rel="stylesheet" href="/assets/style.css"></head>
<body><div id="root"><!--page--></div></body></html>`;
const manifest = {
  'index.html': { file: 'assets/main.js', css: ['assets/style.css'], isEntry: true },
  'src/locales/de.po?shop': { file: 'assets/de.js' },
  'src/lib/api-translation.ts': { file: 'assets/api-translation.js' },
  'src/product/product-page.tsx': { file: 'assets/product.js', imports: ['index.html', '_gallery.js'] },
  '_gallery.js': { file: 'assets/gallery.js' },
};
const renderer = createRenderer({ template, manifest, currency: { code: 'EUR', digits: 2 }, images: null });

const name = 'Teapot </script><b>';
/** What would mean something to `String.replace`. */
const description = "For tea. $& $' $` $$ $1";
const variant = { id: 1, sku: 'TEA-1', options: {}, priceCents: 1990, stock: 5, imageUrl: null };
const product = {
  ...{ id: 7, slug: 'teapot', name, description, tagline: null, specification: [], accent: 2 },
  ...{ images: [], categories: [{ slug: 'kitchen', name: 'Kitchen' }], variants: [variant] },
};
const storePage = {
  ...{ slug: 'delivery', title: 'Delivery', html: '<p>By <em>us</em>.</p>' },
  ...{ summary: 'By us.', updatedAt: '2026-11-29T23:59:59.000Z' },
};
const found = (data: unknown): Envelope => ({ result: { data } });
const refused = (code: string, httpStatus: number, reason?: string): Envelope => ({
  error: { message: 'No.', code: -32_004, data: { code, httpStatus, reason } },
});
const unreadable = (field: string): Envelope => ({
  error: {
    message: 'No.',
    code: -32_600,
    data: { code: 'BAD_REQUEST', httpStatus: 400, fieldErrors: { [field]: ['Wrong.'] } },
  },
});

/** A store with one product, which answers anything else as given. */
function store(answers: Record<string, Envelope> = {}) {
  const asked: string[] = [];
  const ask: PageRequest['ask'] = async (path) => {
    asked.push(path);
    const own: Record<string, Envelope> = {
      'catalog.bySlug': found(product),
      'catalog.related': found([]),
      'catalog.categories': found([{ slug: 'kitchen', name: 'Kitchen', productCount: 1, children: [], accent: 1 }]),
      'checkout.options': found({ deliveryMethods: [], countries: [] }),
      'pages.list': found([{ slug: 'delivery', title: 'Delivery' }]),
      'pages.bySlug': found(storePage),
      ...answers,
    };
    return own[path] ?? refused('NOT_FOUND', 404);
  };
  const page = (url: string, code = 'en') =>
    renderer.render({ url, language: { code, all: ['en', 'de'] }, origin: 'https://shop.example', ask });
  return { asked, page };
}

test('a page has its content, title and address, asks once for what is the same for everyone, and for nothing else', async () => {
  const { asked, page } = store();
  const { status, html } = await page('/p/teapot');
  expect(status).toBe(200);
  expect(html).toContain('<h1><bdi>Teapot &lt;/script&gt;&lt;b&gt;</bdi></h1>');
  expect(html).toContain('€19.90');
  expect(html).toContain('<title>Teapot &lt;/script&gt;&lt;b&gt; · Lantern</title>');
  expect(html).toContain('<link rel="canonical" href="https://shop.example/p/teapot">');
  expect(asked.sort()).toEqual([
    'catalog.bySlug',
    'catalog.categories',
    'catalog.related',
    'checkout.options',
    'pages.list',
  ]);
});

test('a page of the owners is read as they wrote it, and every page links to those in the footer', async () => {
  const { asked, page } = store();
  const { status, html } = await page('/pages/delivery?utm_source=x');
  expect(status).toBe(200);
  expect(html).toContain('<p>By <em>us</em>.</p>');
  expect(html).toContain('Last changed 29 Nov 2026');
  expect(html).toContain('<title>Delivery · Lantern</title>');
  expect(html).toContain('<link rel="canonical" href="https://shop.example/pages/delivery">');
  expect(html).toContain('content="By us. From Lantern');
  expect(asked.sort()).toEqual(['catalog.categories', 'checkout.options', 'pages.bySlug', 'pages.list']);
  expect((await page('/')).html).toMatch(/<nav aria-label="Help">.*href="\/pages\/delivery"/);
  expect(await page('/pages/shipping')).toMatchObject({ status: 301, location: '/pages/delivery' });
});

test('what the page was rendered from comes with it, and cannot end its element', async () => {
  const { html } = await store().page('/p/teapot');
  const [, json = ''] = /<script id="page-state" type="application\/json">(.*?)<\/script>/s.exec(html) ?? [];
  const { answers } = JSON.parse(json);
  expect(answers).toContainEqual({ key: expect.arrayContaining([['catalog', 'bySlug']]), data: product });
  expect(html.match(/Teapot <\/script>/g)).toBeNull();
});

test("a page's own code is preloaded, without what every page has", async () => {
  const { html } = await store().page('/p/teapot');
  const preloaded = [...html.matchAll(/modulepreload" crossorigin href="([^"]+)"/g)].map(([, href]) => href);
  expect(preloaded).toEqual(['/assets/product.js', '/assets/gallery.js']);
});

test('no page has a style of its own, which the content security policy would refuse', async () => {
  for (const url of [
    '/',
    '/all',
    '/p/teapot',
    '/search?q=tea',
    '/login',
    '/register',
    '/pages/delivery',
    '/nowhere',
    '/p/none',
  ]) {
    const { html } = await store().page(url);
    expect(html.match(/<[^>]+ style=/), url).toBeNull();
  }
});

test.each<[url: string, answers: Record<string, Envelope>, status: number]>([
  ['/nowhere', {}, 404],
  ['/p/none', { 'catalog.bySlug': refused('NOT_FOUND', 404) }, 404],
  ['/p/old', { 'catalog.bySlug': refused('NOT_FOUND', 404, 'no_longer_sold') }, 410],
  ['/pages/none', { 'pages.bySlug': refused('NOT_FOUND', 404) }, 404],
  ['/c/none', { 'catalog.list': refused('NOT_FOUND', 404) }, 404],
  ['/p/%00', { 'catalog.bySlug': unreadable('slug') }, 404],
  ['/pages/%00', { 'pages.bySlug': unreadable('slug') }, 404],
  ['/c/%00', { 'catalog.list': unreadable('category') }, 404],
  ['//elsewhere.example/p/x', {}, 404],
  ['/p/teapot', { 'catalog.bySlug': refused('SERVICE_UNAVAILABLE', 503) }, 503],
  ['/cart', {}, 200],
])('%s is answered with its status', async (url, answers, status) => {
  const page = await store(answers).page(url);
  expect(page.status).toBe(status);
  expect(page.html).toContain('<div id="root">');
});

test.each<[url: string, answers: Record<string, Envelope>, status: number, title: string, text: string]>([
  ['/nowhere', {}, 404, 'Seite nicht gefunden', 'Vielleicht ist die Seite umgezogen.'],
  [
    ...(['/p/old', { 'catalog.bySlug': refused('NOT_FOUND', 404, 'no_longer_sold') }, 410] as const),
    ...(['Nicht mehr im Sortiment', 'Diesen Artikel führen wir nicht mehr.'] as const),
  ],
])('in German, %s says what is wrong, and leads to itself in English', async (url, answers, status, title, text) => {
  const page = await store(answers).page(url, 'de');
  expect(page.status).toBe(status);
  expect(page.html).toContain('<html lang="de"');
  expect(page.html).toContain(`<title>${title} · Lantern</title>`);
  expect(page.html).toMatch(new RegExp(`<h1[^>]*>${title}</h1>`));
  expect(page.html).toContain(text);
  expect(page.html).toContain(`href="${url}" hrefLang="en"`);
  expect(page.html).toMatch(/href="\/de"[^>]*>.*Zurück zum Shop/);
});

test.each([
  ['%00', 'Search', 'What are you looking for?'],
  ['%E2%80%8B', 'Search', 'What are you looking for?'],
  ['%E2%80%AEtopaet%E2%80%AC', 'Results for “topaet”', 'Results for “topaet”'],
  ['red%09mug%00', 'Results for “red mug”', 'Results for “red mug”'],
])('a search for %s is made of what can be read of it', async (q, title, text) => {
  const asked: unknown[] = [];
  const ask: PageRequest['ask'] = async (path, input) => {
    if (path === 'catalog.search') asked.push(input);
    return refused('NOT_FOUND', 404);
  };
  const language = { code: 'en', all: ['en', 'de'] };
  const { html } = await renderer.render({ url: `/search?q=${q}`, language, origin: 'https://shop.example', ask });
  expect(html).toContain(`<title>${title} · Lantern</title>`);
  expect(html).toContain(text);
  const words = /“(.+)”/.exec(title)?.[1] ?? '';
  expect(asked).toEqual([expect.objectContaining({ q: words })]);
});

test.each([
  ['en', '/search', 'This category is gone', 'Search everywhere'],
  ['de', '/de/search', 'Diese Kategorie gibt es nicht mehr', 'Überall suchen'],
])(
  'in %s, a search in a category that is gone leads to the same search without it',
  async (code, path, title, action) => {
    const gone = refused('NOT_FOUND', 404);
    const { page } = store({ 'catalog.search': gone, 'catalog.facets': gone });
    const { status, html } = await page('/search?q=tea+pot&in=gone&stock=1', code);
    expect(status).toBe(200);
    expect(html).toContain(title);
    expect(html).toMatch(new RegExp(`<a [^>]*href="${path}\\?q=tea\\+pot&amp;stock=1"[^>]*>.*${action}`));
    expect(html).not.toContain('error-state');
  },
);

test('what the API could not answer is said in the language of the page, whose words come along', async () => {
  const answers = { 'catalog.bySlug': refused('SERVICE_UNAVAILABLE', 503, 'database_unavailable') };
  const { page } = store(answers);
  const [german, english] = await Promise.all([page('/p/teapot', 'de'), page('/p/teapot')]);
  expect(german.html).toContain('Der Shop kann gerade nicht antworten. Bitte versuchen Sie es gleich noch einmal.');
  expect(german.html).toContain('<link rel="modulepreload" crossorigin href="/assets/api-translation.js">');
  expect(english.html).toContain('<p class="error-state__text">No.</p>');
  expect(english.html).not.toContain('api-translation');
});

test.each([
  ['en', 500, 'Something went wrong', 'This is our fault'],
  ['de', 500, 'Etwas ist schiefgegangen', 'Das liegt an uns'],
  ['de', 503, 'Etwas ist schiefgegangen', 'Der Shop kann gerade nicht antworten'],
  ['de', 400, 'Diese Adresse ist nicht lesbar', 'Vielleicht fehlt ein Teil davon'],
])('a page that failed says so in %s with %i', async (code, status, title, text) => {
  const language = { code, all: ['en', 'de'] };
  const html = await renderer.broken({ url: '/p/teapot?sku=TEA-1', language }, status);
  expect(html).toContain(`<html lang="${code}"`);
  expect(html).toContain(`<title>${title} · Lantern</title>`);
  expect(html).toMatch(new RegExp(`<h1[^>]*>${title}</h1>`));
  expect(html).toContain(text);
  expect(html).toContain('href="/de/p/teapot?sku=TEA-1" hrefLang="de"');
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).not.toContain('page-state');
});

test('a former address leads to the present one, with its query', async () => {
  const page = await store().page('/p/kettle?utm_source=x&sku=TEA-1');
  expect(page).toMatchObject({ status: 301, location: '/p/teapot?utm_source=x&sku=TEA-1' });
});

test.each([
  ['/P/Teapot/?sku=TEA-1&x', 301, '/de/p/teapot?sku=TEA-1&x'],
  ['/P/teapot', 301, '/de/p/teapot'],
  ['/Checkout/', 301, '/de/checkout'],
  ['/ALL', 503, undefined],
  ['/C/None/', 404, undefined],
  ['/No/Where/', 404, undefined],
])('in German, %s is answered with %i', async (url, status, location) => {
  const unanswered = url === '/ALL' ? refused('SERVICE_UNAVAILABLE', 503) : refused('NOT_FOUND', 404);
  const page = await store({ 'catalog.list': unanswered }).page(url, 'de');
  expect([page.status, page.location]).toEqual([status, location]);
});

test('a page about whoever looks at it is empty, and not for search engines', async () => {
  const { asked, page } = store();
  const { html } = await page('/checkout');
  expect(html).toContain('<div id="root"></div>');
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(asked).toEqual([]);
});

test('one page has one key, whatever else the URL says', () => {
  expect(renderer.keyOf('/all?utm_source=x&sort=name&from=1')).toBe('/all?from=1&sort=name');
  expect(renderer.keyOf('/all?from=1&sort=name')).toBe('/all?from=1&sort=name');
  expect(renderer.keyOf('/all?o.Size=M&o=1&o.Colour=Sand&o.Colour=Moss')).toBe(
    '/all?o.Colour=Moss&o.Colour=Sand&o.Size=M',
  );
  expect(renderer.keyOf('/?q=1')).toBe('/');
  expect(renderer.keyOf('/search?q=a%20b')).toBe('/search?q=a+b');
  expect(renderer.keyOf('/nowhere?a=1')).toBe('/nowhere');
  for (const personal of ['/cart', '/checkout', '/account', '/orders/1', '/admin/orders']) {
    expect(renderer.keyOf(personal)).toBeNull();
  }
});

test('a page has the pattern of its route, whichever page it is', () => {
  const patterns = {
    '/': '/',
    '/?q=1': '/',
    '/p/teapot': '/p/:slug',
    '/p/nothing?sku=1': '/p/:slug',
    '/orders/L-1': '/orders/:number',
    '/checkout': '/checkout',
    '/admin/orders/L-1': '/admin/*',
    '/nowhere/at/all': '*',
  };
  for (const [url, pattern] of Object.entries(patterns)) expect([url, renderer.patternOf(url)]).toEqual([url, pattern]);
});

test('a German page is German from its root to its prices, leads to German pages, and brings their words', async () => {
  const { page } = store();
  const [german, english] = await Promise.all([page('/p/teapot', 'de'), page('/p/teapot')]);
  expect(german.html).toContain('<html lang="de" data-languages="en de" data-currency="EUR 2">');
  expect(german.html).toContain('<link rel="modulepreload" crossorigin href="/assets/de.js">');
  expect(german.html).toContain('19,90\u00a0€');
  expect(german.html).toMatch(/<a [^>]*href="\/de\/cart"[^>]*>/);
  expect(german.html).toContain('<link rel="canonical" href="https://shop.example/de/p/teapot">');
  for (const [code, path] of [
    ['en', '/p/teapot'],
    ['de', '/de/p/teapot'],
    ['x-default', '/p/teapot'],
  ]) {
    for (const { html } of [german, english]) {
      expect(html).toContain(`<link rel="alternate" hreflang="${code}" href="https://shop.example${path}">`);
    }
  }
  expect(english.html).toContain('<html lang="en" data-languages="en de" data-currency="EUR 2">');
  expect(english.html).not.toContain('/assets/de.js');
  expect(english.html).toContain('€19.90');
});
