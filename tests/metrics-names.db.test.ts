import { readFileSync } from 'node:fs';
import { appRouter } from '@lantern/api/router';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, startHttpStore } from '../apps/server/src/testing/http-store.ts';
import { seriesOf } from '../apps/server/src/testing/metrics.ts';

/* The alerts and the dashboard name only what the store tells of itself. */

let t: HttpStore;
let text = '';
beforeAll(async () => {
  t = await startHttpStore({ withModel: true });
  await t.services.search.load();
  text = (await t.client().send('/metrics')).text;
});
afterAll(() => t[Symbol.asyncDispose]());

const files = ['deploy/prometheus/alerts.yml', 'deploy/grafana/lantern.json'];
const textOf = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').replaceAll('\\"', '"');

/** The names that are told, with those that a histogram consists of. */
function namesTold(): Set<string> {
  const types = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name = '', type = '']) => ({ name, type }));
  const parts = (name: string) => ['_bucket', '_sum', '_count'].map((part) => name + part);
  return new Set(types.flatMap(({ name, type }) => (type === 'histogram' ? parts(name) : [name])));
}

const NAME = /\b(?:lantern|nodejs|process)_\w+/g;
/** A name with the labels that it is asked for. */
const SELECTOR = /\b((?:lantern|nodejs|process)_\w+)\{([^}]*)\}/g;

test.each(files)('%s names only what the store tells', (file) => {
  const named = new Set(textOf(file).match(NAME));
  expect(named.size).toBeGreaterThan(10);
  expect([...named].filter((name) => !namesTold().has(name))).toEqual([]);
});

/** Whether some series of this name has all of these labels: what Prometheus adds by itself counts for nothing. */
function isTold(name: string, labels: string): boolean {
  const wanted = [...labels.matchAll(/(\w+)="([^"$]*)"/g)].filter(
    ([, label = '']) => !['job', 'instance'].includes(label),
  );
  if (/^lantern_request/.test(name)) {
    // What has not been asked for has no series yet.
    return wanted.every(([, label, value = '']) => label !== 'route' || value in appRouter._def.procedures);
  }
  const series = [...seriesOf(text).keys()].filter((key) => key.replace(/\{.*/, '') === name);
  return series.some((key) => wanted.every(([matcher]) => key.includes(matcher)));
}

test.each(files)('what %s asks for by its labels is there', (file) => {
  const selectors = [...textOf(file).matchAll(SELECTOR)];
  expect(selectors.length).toBeGreaterThan(5);
  expect(selectors.flatMap(([all, name = '', labels = '']) => (isTold(name, labels) ? [] : all))).toEqual([]);
});

test('a name or a label that is not told would be found', () => {
  expect(namesTold().has('lantern_requests_total')).toBe(true);
  expect(namesTold().has('lantern_request_duration_seconds_bucket')).toBe(true);
  expect(namesTold().has('lantern_requests')).toBe(false);
  expect(isTold('lantern_orders', 'status="paid"')).toBe(true);
  expect(isTold('lantern_orders', 'status="payed"')).toBe(false);
  expect(isTold('lantern_requests_total', 'route="checkout.pay"')).toBe(false);
});
