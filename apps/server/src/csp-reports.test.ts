import { RequestLimits } from '@lantern/api/shared/request-limits';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { serveCspReports } from './csp-reports.ts';
import { handleError } from './errors.ts';

/** A server with nothing but the reports, and what it logs. */
function reports() {
  const logged: object[] = [];
  const log = { info: () => undefined, error: () => undefined, warn: (fields: object) => void logged.push(fields) };
  const app = fastify({ bodyLimit: 1e6 });
  app.decorate('deployment', { publicUrl: null, trust: null });
  app.setErrorHandler(handleError);
  serveCspReports(app, { requestLimits: new RequestLimits(true), log });
  const send = async (payload: string | object, type = 'application/csp-report', remoteAddress = '203.0.113.1') => {
    const headers = { 'content-type': type };
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    return (await app.inject({ method: 'POST', url: '/csp-reports', payload: body, headers, remoteAddress }))
      .statusCode;
  };
  return { logged, send };
}

const report = (blocked: string) => ({
  'csp-report': {
    'document-uri': 'https://shop.example/reset-password?token=secret#ada@example.com',
    'effective-directive': 'script-src-elem',
    'blocked-uri': blocked,
    'script-sample': 'alert("Ada")',
  },
});

test('a report of either kind is logged without queries and samples', async () => {
  const { logged, send } = reports();
  expect(await send(report('https://evil.example/a.js?user=ada'))).toBe(204);
  const { documentURL, ...body } = { documentURL: 'https://shop.example/p/mug?x=1', effectiveDirective: 'style-src' };
  const sent = [{ type: 'csp-violation', age: 1, body: { ...body, documentURL, blockedURL: 'inline', sample: 'Ada' } }];
  expect(await send(sent, 'application/reports+json')).toBe(204);
  expect(logged).toEqual([
    { directive: 'script-src-elem', blocked: 'https://evil.example', page: '/reset-password', times: 1 },
    { directive: 'style-src', blocked: 'inline', page: '/p/mug', times: 1 },
  ]);
});

test('of a page that is no address on the web, nothing is logged', async () => {
  const { logged, send } = reports();
  const { 'csp-report': fields } = report('inline');
  await send({ 'csp-report': { ...fields, 'document-uri': 'data:text/html,Ada' } });
  expect(logged).toMatchObject([{ page: '' }]);
});

test('reports of a kind are counted, and logged ever more rarely', async () => {
  const { logged, send } = reports();
  for (let times = 0; times < 100; times++) await send(report('inline'), undefined, `203.0.113.${times}`);
  expect(logged).toMatchObject([{ times: 1 }, { times: 10 }, { times: 100 }]);
});

test('neither many kinds nor many reports of one address fill the log', async () => {
  const { logged, send } = reports();
  for (let at = 0; at < 120; at++) await send(report(`https://${at}.example/`), undefined, `203.0.113.${at}`);
  expect(logged).toHaveLength(102);
  // Whoever makes up many kinds does not hide that there are more.
  expect(logged.slice(99)).toMatchObject([
    { blocked: 'https://99.example', times: 1 },
    { blocked: 'https://100.example', times: 1, others: true },
    { blocked: 'https://109.example', times: 10, others: true },
  ]);
  const statuses = new Set<number>();
  for (let times = 0; times < 70; times++) statuses.add(await send(report('inline')));
  expect([...statuses]).toEqual([204, 429]);
});

test.each([
  ['a large one', JSON.stringify(report('x'.repeat(20_000))), 'application/csp-report', 413],
  ['a form', 'a=b', 'application/x-www-form-urlencoded', 415],
  ['what is not JSON', '{', 'application/csp-report', 204],
  ['what has other types', '{"csp-report":{"document-uri":1}}', 'application/csp-report', 204],
  ['an extension of the browser', JSON.stringify(report('chrome-extension://abc/x.js')), 'application/csp-report', 204],
])('%s is not logged', async (_, body, type, status) => {
  const { logged, send } = reports();
  expect(await send(body, type)).toBe(status);
  expect(logged).toEqual([]);
});
