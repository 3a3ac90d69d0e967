/**
 * Measures the search engine with generated products, in one thread and without a database: the build, searches, what
 * is hard to search for, updates and memory. Run with `npm run bench:search -- --products=N`.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SearchEngine, type SearchRequest } from '@lantern/api/catalog/search/engine';
import { LocalFile } from '@lantern/db/local-file';
import { demoSynonyms } from '@lantern/db/seed/demo/synonyms';
import { Addresses } from './addresses.ts';
import { percentile } from './report.ts';
import { generatedEntries } from './search-entries.ts';

const BATCH = 2000;
const QUERIES = 2000;
const UPDATES = 500;
const letters = 'abcdefghijklmnopqrstuvwxyz';

const { values } = parseArgs({ options: { products: { type: 'string', default: '10000' } } });
const count = Number(values.products);
const folder = mkdtempSync(join(tmpdir(), 'lantern-search-'));
const file = LocalFile.open(join(folder, 'search.db'));
const engine = new SearchEngine(file);
try {
  build();
  const before = memory();
  searches();
  hardSearches();
  updates();
  print('memory of the process, MB', memory(), 'of it by searching', memory() - before);
} finally {
  file.close();
  rmSync(folder, { recursive: true });
}

function build(): void {
  engine.createTables();
  let spent = 0;
  const timed = (work: () => void) => {
    const start = performance.now();
    work();
    spent += performance.now() - start;
  };
  let batch: Parameters<SearchEngine['put']>[0] = [];
  for (const entry of generatedEntries(count)) {
    batch.push(entry);
    if (batch.length < BATCH && entry.id < count) continue;
    timed(() => engine.put(batch));
    batch = [];
  }
  timed(() => engine.optimize());
  engine.setSynonyms(demoSynonyms.map((group) => group.split(',')));
  print('build of', count, 'products, s', spent / 1000, 'file, MB', statSync(join(folder, 'search.db')).size / 1e6);
}

/** One to three words of a name, a third of them with a typo, as the search page and as suggestions. */
function searches(): void {
  const products = [...generatedEntries(Math.min(count, 20_000))].map(({ id, name }) => ({
    ...{ id, name, slug: '', nameKey: '', priceCents: 0 },
  }));
  const texts = new Addresses({ products, categories: [] }, 5 * QUERIES, 1).searches().map((path) => {
    const input: { q: string } = JSON.parse(new URL(path, 'http://store').searchParams.get('input') ?? '');
    return input.q;
  });
  measure('searches', texts, { limit: 24, count: 'categories' });
  measure('suggestions', texts, { limit: 8, typing: true });
  measure('totals of suggestions', texts, { limit: 0, typing: true, count: 'hits' });
  for (const sort of ['newest', 'price_asc', 'name'] as const) {
    measure(`searches by ${sort}`, texts.slice(0, 300), { limit: 24, sort, count: 'categories' });
  }
  measure('searches in stock', texts.slice(0, 300), { limit: 24, inStock: true, count: 'categories' });
  measure('searches below 20 €', texts.slice(0, 300), { limit: 24, maxPriceCents: 2000, count: 'categories' });
}

function hardSearches(): void {
  const hard = [
    [...letters].map((letter) => letter + letter).join(' '),
    [...letters].join(' '),
    [...letters].map((letter) => `q${letter}zx${letter}q`).join(' '),
    'th st be ma pa se',
    'oak sto mug tea set',
    'oak pine larch birch cobalt mug',
    'a e i o',
    ...['e', 's', 'st', 'sto', 'with', 'the', 'and', 'oak', 'made', '1', '12', 'x'.repeat(250)],
    'headphonesteapotmugcupsaucerlampkitchenchair',
    'alder everyday mug oak pine xylophone',
    'GEN-1',
    '水'.repeat(250),
  ];
  for (const q of hard) measure(`“${q.slice(0, 30)}”`, [q, q, q], { limit: 24, typing: true, count: 'categories' });
}

function measure(name: string, texts: string[], request: Omit<SearchRequest, 'q'>): void {
  const times = texts.map((q) => {
    const start = performance.now();
    engine.search({ ...request, q });
    return performance.now() - start;
  });
  const sorted = times.sort((a, b) => a - b);
  print(name, 'p50', percentile(sorted, 0.5), 'p99', percentile(sorted, 0.99), 'worst', percentile(sorted, 1), 'ms');
}

function updates(): void {
  const times: number[] = [];
  for (const entry of generatedEntries(UPDATES)) {
    const start = performance.now();
    engine.put([{ ...entry, name: `${entry.name} new` }]);
    times.push(performance.now() - start);
  }
  const sorted = times.sort((a, b) => a - b);
  print('one update', 'p50', percentile(sorted, 0.5), 'p99', percentile(sorted, 0.99), 'worst', percentile(sorted, 1));
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}

function print(...parts: (string | number)[]): void {
  const shown = parts.map((part) =>
    typeof part === 'number' ? part.toLocaleString('en', { maximumFractionDigits: 2 }) : part,
  );
  process.stdout.write(`${shown.join(' ')}\n`);
}
