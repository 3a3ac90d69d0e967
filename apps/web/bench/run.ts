/** Measures the pages on a phone with a slow line. Run with `npm run bench:web`; see `--help`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '../../../scripts/lib/chromium.mjs';
import { bundle, spawnStore } from '../../server/src/testing/server-process.ts';
import { browserArgs } from '../e2e/browser-args.ts';
import type { Round } from './figures.ts';
import { type BenchOptions, HELP, readOptions } from './options.ts';
import { PATHS, type PageName, WITH_CARDS } from './pages.ts';
import { paintedLast, type Rounds, tableOf } from './table.ts';
import { visitPage } from './visit.ts';

/** More than this, and something else runs on the machine. */
const QUIET_LOAD = 0.5;

/** What a run leaves in its file. */
interface Kept {
  date: string;
  machine: { processors: number; model: string | undefined; node: string; browser: string; load: number };
  options: BenchOptions;
  rounds: Rounds;
}

async function bench(options: BenchOptions): Promise<void> {
  const { runs, pages, before } = options;
  const earlier: Kept | undefined = before === undefined ? undefined : JSON.parse(readFileSync(before, 'utf8'));
  const [load = 0] = loadavg();
  const store = spawnStore([process.execPath, ...bundle()], { SEED: 'demo' });
  try {
    const url = await store.opened();
    await using browser = await chromium.launch({ executablePath: findChromium(), args: browserArgs });
    const rounds: Rounds = {};
    for (let run = 1; run <= runs; run++) {
      for (const page of pages) {
        console.error(`Run ${run} of ${runs}: ${page}`);
        rounds[page] = [...(rounds[page] ?? []), await measure(browser, url, page, options.quietMs)];
      }
    }
    const machine = { processors: availableParallelism(), model: cpus()[0]?.model, node: process.version };
    report({
      kept: {
        date: new Date().toISOString(),
        machine: { ...machine, browser: browser.version(), load },
        options,
        rounds,
      },
      earlier,
    });
  } finally {
    await store.end('SIGTERM');
  }
}

/** Without limits first, so that the store has given the page before: what is measured is the way to the browser. */
async function measure(browser: Browser, origin: string, page: PageName, quietMs: number): Promise<Round> {
  const opening = { url: origin + PATHS[page], quietMs, tap: WITH_CARDS.includes(page) };
  const free = await visitPage(browser, { ...opening, conditions: 'free' });
  const slow = await visitPage(browser, { ...opening, conditions: 'slow' });
  return { slow: slow.visit, slowTap: slow.tapped, freeTap: free.tapped };
}

function report({ kept, earlier }: { kept: Kept; earlier: Kept | undefined }): void {
  const { date, machine, options, rounds } = kept;
  const { processors, model, node, browser, load } = machine;
  console.log(`${date.slice(0, 10)}, ${processors} × ${model}, Node ${node}, Chromium ${browser}`);
  if (earlier) console.log(`before: ${earlier.date}`);
  console.log(`\n${tableOf({ pages: options.pages, now: rounds, before: earlier?.rounds })}\n`);
  console.log(paintedLast(options.pages, rounds));
  if (load > QUIET_LOAD) {
    console.log(
      `\nThe machine was busy (load ${load.toFixed(1)}): times are those of a quiet one only below ${QUIET_LOAD}.`,
    );
  }
  const file = options.json ?? `.data/bench-web/${date.slice(0, 19).replaceAll(':', '-')}.json`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  console.log(`\nWritten to ${file}`);
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options) await bench(options);
  else console.log(HELP);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
