import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findChromium } from '../../../scripts/lib/chromium.mjs';
import { browserArgs } from './browser-args.ts';
import { desktop, phone } from './screens.ts';

/*
 * One process for all pages of a browser. Chromium would begin another one for each page that a test opens, and each
 * would read and compile the store's code again: more than half of the whole run's time.
 */
const oneProcess = [
  '--process-per-site',
  '--renderer-process-limit=1',
  '--disable-site-isolation-trials',
  '--disable-features=IsolateOrigins,site-per-process,SpareRendererForSitePerProcess',
];

/** Files that need asking for, and whether they are. */
const onDemand: [files: string, isWanted: boolean][] = [
  ['**/screenshots.spec.ts', process.env.SCREENSHOTS !== undefined],
  ['**/*.rehearsal.spec.ts', process.env.REHEARSALS !== undefined],
];

/** As `npm test` runs it: see docs/decisions/067-short-form.md. */
const leftOut = process.env.SHORT === undefined ? [] : [/@long/];

/** Turbo runs other tasks at the same time, and keeps the figures. */
const isTask = process.env.TURBO_HASH !== undefined;
const report = fileURLToPath(
  new URL(`../reports/${process.env.npm_lifecycle_event?.replace(':', '-')}.json`, import.meta.url),
);

export default defineConfig({
  testDir: '.',
  testIgnore: onDemand.filter(([, isWanted]) => !isWanted).map(([files]) => files),
  outputDir: fileURLToPath(new URL('../../../test-results', import.meta.url)),
  globalSetup: './store.setup.ts',
  fullyParallel: true,
  // A test that passes at the second attempt is a bug of the test or of the store, and `npm test` names it. It is none that
  // everything else has to wait for.
  retries: isTask ? 1 : 0,
  // More than there are processors, since a test also waits: for the server, for the network, for what a page shows.
  workers: Math.ceil(1.5 * availableParallelism()),
  reporter: isTask ? [['list'], ['json', { outputFile: report }]] : 'list',
  // Only a test that hangs needs it; a busy machine takes its time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: {
    launchOptions: { executablePath: findChromium(), args: [...browserArgs, ...oneProcess] },
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // What a worker answers, no test could intercept: offline.spec.ts alone has one.
    serviceWorkers: 'block',
    // Taking down every step costs a third of the run: on demand only.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', grepInvert: [/@phone/, ...leftOut], use: desktop },
    { name: 'phone', grep: /@phone|@both/, grepInvert: leftOut, use: phone },
  ],
});
