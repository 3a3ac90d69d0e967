/**
 * Measures the search engine with generated products, in one thread and without a database: the build, then in a new
 * process searches, what is hard to search for, memory and updates. Run with `npm run bench:search -- --products=N`.
 * Times are of the processor, so that they do not depend on what else runs on the machine.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SearchEngine, type SearchRequest } from '@lantern/api/catalog/engine/engine';
import { LocalFile } from '@lantern/db/local-file';
import { demoSynonyms } from '@lantern/db/seed/demo/synonyms';
import { Addresses } from './addresses.ts';
import { percentile } from './report.ts';
import { generatedEntries } from './search-entries.ts';

const BATCH = 2000;
const QUERIES = 2000;
const UPDATES = 500;
const letters = 'abcdefghijklmnopqrstuvwxyz';

const { values } = parseArgs({ options: { products: { type: 'string', default: '10000' }, file: { type: 'string' } } });
const count = Number(values.products);

function buildFile(): void {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-search-'));
  const path = join(folder, 'search.db');
  try {
    build(path);
    const script = fileURLToPath(import.meta.url);
    const options = [`--products=${count}`, `--file=${path}`];
    spawnSync(process.execPath, [...process.execArgv, script, ...options], { stdio: 'inherit' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function build(path: string): void {
  using file = LocalFile.open(path);
  const engine = new SearchEngine(file);
  engine.createTables();
  let spent = 0;
  let batch: Parameters<SearchEngine['put']>[0] = [];
  for (const entry of generatedEntries(count)) {
    batch.push(entry);
    if (batch.length < BATCH && entry.id < count) continue;
    spent += timeOf(() => engine.put(batch));
    batch = [];
  }
  spent += timeOf(() => engine.optimize());
  engine.setSynonyms(demoSynonyms.map((group) => group.split(',')));
  print(count, 'products: built in', spent / 1000, 's, file', statSync(path).size / 1e6, 'MB');
}

async function measureFile(path: string): Promise<void> {
  const texts = searchTexts();
  await nextTurn();
  const before = memory();
  using file = LocalFile.open(path);
  const engine = new SearchEngine(file);
  await measure(engine, 'searches', texts, { limit: 24, count: 'categories', alternatives: 8 });
  await measure(engine, 'suggestions', texts, { limit: 8, typing: true });
  await measure(engine, 'totals of suggestions', texts, { limit: 0, typing: true, count: 'hits' });
  print('memory', memory() - before, 'MB');
  const some = texts.slice(0, QUERIES / 10);
  for (const sort of ['newest', 'price_asc', 'name'] as const) {
    await measure(engine, `searches by ${sort}`, some, { limit: 24, sort, count: 'categories' });
  }
  await measure(engine, 'searches in stock', some, { limit: 24, inStock: true, count: 'categories' });
  await measure(engine, 'searches below 20 €', some, { limit: 24, maxPriceCents: 2000, count: 'categories' });
  await measure(engine, 'hard searches', hardTexts, { limit: 24, typing: true, count: 'categories', alternatives: 8 });
  updates(engine);
}

/** One to three words of a name, every third with a typo. */
function searchTexts(): string[] {
  const products = [...generatedEntries(Math.min(count, 20_000))].map(({ id, name }) => ({
    ...{ id, name, slug: '', nameKey: '', priceCents: 0 },
  }));
  return new Addresses({ products, categories: [] }, 5 * QUERIES, 1).searches().map((path) => {
    const input: { q: string } = JSON.parse(new URL(path, 'http://store').searchParams.get('input') ?? '');
    return input.q;
  });
}

/** Many words, common words, beginnings of very many words, and combinations of these that no product has. */
const hardTexts = [
  [...letters].map((letter) => letter + letter).join(' '),
  [...letters].join(' '),
  [...letters].map((letter) => `q${letter}zx${letter}q`).join(' '),
  ...['th st be ma pa se', 'wi st co ma pa ha be qu', 'su sp st sm sl sk si sh se sc sa', 'oa al ev st wi qu'],
  ...['oak sto mug tea set', 'oak pine larch birch cobalt mug', 'steel glass wood', 'white black blue red'],
  ...['a e i o', 'e', 's', 'st', 'sto', 'with', 'the', 'and', 'oak', 'made', '1', '12', 'GEN-1'],
  ...['headphonesteapotmugcupsaucerlampkitchenchair', 'x'.repeat(250), '水'.repeat(250)],
];

async function measure(
  engine: SearchEngine,
  name: string,
  texts: string[],
  request: Omit<SearchRequest, 'q'>,
): Promise<void> {
  const times: number[] = [];
  for (const q of texts) {
    times.push(timeOf(() => engine.search({ ...request, q })));
    // The driver frees results between turns.
    await nextTurn();
  }
  printTimes(name, times);
}

function updates(engine: SearchEngine): void {
  const entries = [...generatedEntries(Math.min(count, UPDATES))];
  const times = entries.map((entry) => timeOf(() => engine.put([{ ...entry, name: `${entry.name} new` }])));
  printTimes('updates of a product', times);
}

/** Milliseconds of processor time. */
function timeOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}

function printTimes(name: string, times: number[]): void {
  const sorted = times.sort((a, b) => a - b);
  print(name, 'p50', percentile(sorted, 0.5), 'p99', percentile(sorted, 0.99), 'worst', percentile(sorted, 1), 'ms');
}

function print(...parts: (string | number)[]): void {
  const shown = parts.map((part) =>
    typeof part === 'number' ? part.toLocaleString('en', { maximumFractionDigits: 2 }) : part,
  );
  process.stdout.write(`${shown.join(' ')}\n`);
}

if (values.file) await measureFile(values.file);
else buildFile();
