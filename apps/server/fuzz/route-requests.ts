import fc from 'fast-check';
import { hostileText, wellFormed } from './hostile-values.ts';
import type { FuzzRequest, Person } from './request.ts';
import type { ValuesOf } from './schema-inputs.ts';

const paths = [
  '/',
  '/healthz',
  '/readyz',
  '/robots.txt',
  '/sitemap.xml',
  '/sitemap-1.xml',
  '/feeds/products.xml',
  '/de/feeds/products.xml',
  '/admin/activity.csv',
  '/admin/activity.jsonl',
  '/admin/mails/empty.html',
  '/admin/mails/1.html',
  '/admin/images',
  '/csp-reports',
  '/media/uploads/x/768.webp',
  '/media/demo/x/320.avif',
  '/assets/index.js',
  '/p/mug',
  '/c/things',
  '/search?q=mug',
  '/de/p/mug',
  '/trpc/',
  '/trpc/catalog.list,catalog.categories?batch=1',
];

/** As attackers write "the folder above", and what decoders stumble over. */
const tails = [
  '',
  '/',
  '/..',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%5c..%5c',
  '%00',
  '%',
  '%zz',
  '%c0%af',
  '%ff',
  '//',
  ';x=1',
  '?',
  '?a[b]=1&a=2',
  '?input=%',
];

const headerNames = [
  'host',
  'origin',
  'referer',
  'accept',
  'accept-encoding',
  'accept-language',
  'cookie',
  'content-type',
  'content-encoding',
  'if-none-match',
  'if-modified-since',
  'range',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-http-method-override',
  'x-lantern-account',
  'x-lantern-request',
  'last-event-id',
  'sec-fetch-site',
  'trpc-accept',
  'authorization',
  'expect',
  'upgrade',
];

const headerValues = [
  '*/*',
  'text/html',
  'null',
  'https://evil.example',
  'localhost:1',
  'gzip;q=0, *;q=2',
  'session=x; session=y; cart=%',
  'cart=9999999999; __Host-session=\u00ff',
  'bytes=0-,5-1,-1',
  'Thu, 99 Foo 2026',
  '127.0.0.1, ::1, unknown, "x"',
  'cross-site',
  'W/"x", *',
  '100-continue-not',
  'x'.repeat(4000),
];

/** Only what the client itself lets through: the rest is for broken bytes. */
const headerSafe = (text: string) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').trim();
const pathSafe = (text: string) => encodeURI(wellFormed(text)).replace(/[^\x21-\x7e]/g, '');

const header = fc.tuple(
  fc.constantFrom(...headerNames),
  fc.oneof(fc.constantFrom(...headerValues), hostileText).map(headerSafe),
);
const person = fc.constantFrom<Person>('guest', 'customer', 'admin');
const method = fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND');

/** Requests for everything that is not the API, with strange paths, methods and headers. */
export function routeRequests(valuesOf: ValuesOf): fc.Arbitrary<FuzzRequest> {
  const files = valuesOf('invoice').flatMap((number) => [`/invoices/${number}.pdf`, `/invoices/${number}.pdf?token=x`]);
  const known = fc.constantFrom(...paths, ...files);
  const path = fc.oneof(
    known,
    fc.tuple(known, fc.constantFrom(...tails)).map((parts) => parts.join('')),
    fc
      .tuple(known, hostileText)
      .map(([base, text]) => `${base}${base.includes('?') ? '&' : '?'}x=${encodeURIComponent(wellFormed(text))}`),
    fc
      .tuple(fc.constantFrom('/', '/p/', '/media/', '/invoices/', '/trpc/', '/admin/'), hostileText)
      .map(([base, text]) => base + pathSafe(text)),
  );
  const body = fc.option(hostileText, { nil: undefined, freq: 3 });
  return fc
    .record({ as: person, method, path, headers: fc.array(header, { maxLength: 4 }), body })
    .map(({ body: sent, ...request }) =>
      sent === undefined || /GET|HEAD/.test(request.method) ? request : { ...request, body: sent },
    );
}
