/**
 * `npm test`: everything that says whether the store is sound, each check with its time. Ends with
 * "N passed, N failed". `npm test -- --only=lint,vitest` runs some of it.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, tool } from './lib/command.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { ROOT } from './lib/root.mjs';
import { step } from './lib/steps.mjs';

const E2E_CONFIG = 'apps/web/e2e/playwright.config.ts';

requireNode();
const reports = mkdtempSync(join(tmpdir(), 'lantern-reports-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

const checks = {
  types: ['Types', types],
  lint: ['Format, lint and the rooms', () => plain('biome', ['ci', '--error-on-warnings', '.'])],
  unused: ['Nothing unused', () => plain('knip', [])],
  build: ['Build', () => plain('turbo', ['run', 'build'])],
  cache: ['A second build is all cache', cachedBuild],
  vitest: ['Unit and integration tests, on SQLite and MariaDB', vitest],
  e2e: ['End to end in Chromium', endToEnd],
};

const only = process.argv
  .find((word) => word.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
let passed = 0;
let failed = 0;
await install();
for (const [name, [headline, work]] of Object.entries(checks)) {
  if (only && !only.includes(name)) continue;
  const result = await step(headline, work);
  passed += result.passed ?? Number(result.ok);
  failed += result.failed ?? Number(!result.ok);
  // Whatever the tests said: a check that did not end well has failed.
  if (!result.ok && result.failed === 0) failed += 1;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function plain(name, args) {
  const { code, output } = await run(tool(name), args);
  return { ok: code === 0, output };
}

/** Every workspace, and what stands beside them: tests of the whole, benchmarks. */
async function types() {
  const workspaces = await plain('turbo', ['run', 'types']);
  return workspaces.ok ? plain('tsc', ['--noEmit']) : workspaces;
}

async function cachedBuild() {
  const { code, output } = await run(tool('turbo'), ['run', 'build']);
  return { ok: code === 0 && output.includes('FULL TURBO'), output };
}

async function vitest() {
  const file = join(reports, 'vitest.json');
  const { code, output } = await run(tool('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${file}`,
  ]);
  const { numPassedTests = 0, numFailedTests = 0 } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return counted(code, output, numPassedTests, numFailedTests);
}

async function endToEnd() {
  const { chromium } = await import('./lib/chromium.mjs');
  const file = join(reports, 'e2e.json');
  const env = { CHROMIUM_PATH: await chromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const { code, output } = await run(tool('playwright'), ['test', '-c', E2E_CONFIG, '--reporter=list,json'], {
    env,
    cwd: ROOT,
  });
  const { stats } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return counted(code, output, stats?.expected ?? 0, stats?.unexpected ?? 0);
}

function counted(code, output, passedTests, failedTests) {
  const ok = code === 0 && passedTests > 0;
  return { ok, output, passed: passedTests, failed: failedTests, note: `${passedTests} passed, ${failedTests} failed` };
}
