import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { chromium } from './chromium.mjs';
import { quietTurbo, run, tool } from './command.mjs';
import { duration } from './duration.mjs';
import { failedTests, unsteadyTests } from './failed-tests.mjs';
import { haproxyProgram } from './haproxy.mjs';
import { startMariadb } from './mariadb.mjs';
import { redisProgram } from './redis.mjs';
import { ROOT } from './root.mjs';

/** The values of `--only=` and their tasks in turbo.json. */
const checks = {
  types: ['types'],
  lint: ['lint'],
  unused: ['unused'],
  build: ['build'],
  unit: ['test:unit', 'test:store'],
  sqlite: ['test:sqlite'],
  mariadb: ['test:mariadb', 'test:cluster'],
  vitest: ['test:unit', 'test:store', 'test:sqlite', 'test:mariadb', 'test:cluster'],
  e2e: ['test:e2e'],
  rehearsals: ['test:rehearsals'],
};
/** What takes as long as all others together, and is for a release rather than for every change. */
const onDemand = ['rehearsals'];
/** Tasks that the short form leaves out: docs/decisions/067-short-form.md. */
const leftOut = process.env.SHORT === undefined ? [] : ['test:cluster'];
const BROWSER = 'test:e2e';
const RUNS = join(ROOT, '.turbo/runs');

/**
 * Runs the given checks and prints the result of each task.
 * @returns {Promise<{ passed: number, failed: number }>} the number of tests; a task without tests counts as one
 * @throws if there is no such check, or if something that a test needs is missing and cannot be installed.
 */
export async function check(names = Object.keys(checks).filter((name) => !onDemand.includes(name))) {
  const wanted = names.flatMap((name) => {
    if (!checks[name]) throw new Error(`There is no check "${name}", but ${Object.keys(checks).join(', ')}.`);
    return checks[name];
  });
  const tasks = [...new Set(wanted)].filter((task) => !leftOut.includes(task));
  // Part of the cache key, since results may differ between versions of Node.
  process.env.TEST_RUNTIME = `${process.version} ${process.platform} ${process.arch}`;
  const plan = await planned(tasks);
  const missing = new Set(plan.filter(({ cache }) => cache.status === 'MISS').map(({ task }) => task));
  const needs = (...tests) => [...tests, 'test:rehearsals'].some((task) => missing.has(task));
  if (needs('test:e2e')) process.env.CHROMIUM_PATH = await chromium();
  // Once, before several tasks would install it at a time.
  if (needs('test:unit')) await redisProgram();
  if (missing.has('test:rehearsals')) await haproxyProgram();
  // Reports of an earlier run must not count for this one; turbo restores those of cached tasks.
  for (const task of plan.filter(isTest)) rmSync(reportOf(task), { force: true });
  const mariadb = needs('test:mariadb', 'test:cluster') ? await startMariadb() : undefined;
  if (mariadb) process.env.TEST_MARIADB_URL = mariadb.url;
  try {
    const done = await runTasks(tasks);
    // A task that did not run, because another one failed, is in no summary.
    const total = sum(plan.map((task) => done.get(task.taskId) ?? task));
    if (tasks.includes('build')) total[(await isBuilt()) ? 'passed' : 'failed'] += 1;
    return total;
  } finally {
    await mariadb?.stop();
  }
}

/** The tasks of these names that turbo would run, with their cache status; a package without one is left out. */
async function planned(tasks) {
  const { code, output } = await run(tool('turbo'), ['run', ...tasks, '--dry=json']);
  if (code !== 0) throw new Error(output);
  const all = JSON.parse(output.slice(output.indexOf('{'))).tasks;
  return all.filter(({ task, command }) => tasks.includes(task) && command !== '<NONEXISTENT>');
}

/** Whether a second build would be served completely from the cache. */
async function isBuilt() {
  const left = (await planned(['build'])).filter(({ cache }) => cache.status !== 'HIT');
  for (const { taskId } of left) console.log(`FAILED  ${taskId} would be built again, though nothing has changed`);
  return left.length === 0;
}

/**
 * Runs tasks with turbo; returns its summary of each, by its id. The browser tests come last and have the machine to
 * themselves: beside others they take as long in the end, and wait for pages until they give up.
 */
async function runTasks(tasks) {
  rmSync(RUNS, { recursive: true, force: true });
  mkdirSync(RUNS, { recursive: true });
  const others = tasks.filter((task) => task !== BROWSER);
  if (others.length > 0) await turbo(others);
  if (tasks.includes(BROWSER)) await turbo([BROWSER]);
  // Summaries sort by time. A task may be in several of them; the first counts, since later ones are cache hits.
  const runs = readdirSync(RUNS).sort().reverse();
  const done = runs.flatMap((run) => JSON.parse(readFileSync(join(RUNS, run), 'utf8')).tasks);
  return new Map(done.map((task) => [task.taskId, task]));
}

/** Runs tasks with turbo and shows the output of each when it ends. */
async function turbo(tasks) {
  const how = ['--summarize', '--continue=dependencies-successful', '--log-order=grouped', '--output-logs=new-only'];
  // More than there are processors, since tests also wait for timers and other processes. With fewer, the longest begin last.
  const atOnce = `--concurrency=${2 * availableParallelism() + 1}`;
  const child = spawn(tool('turbo'), ['run', ...tasks, ...how, atOnce], {
    cwd: ROOT,
    env: { ...process.env, ...quietTurbo },
    stdio: 'inherit',
  });
  await once(child, 'exit');
}

function sum(done) {
  const total = { passed: 0, failed: 0 };
  console.log('');
  for (const task of done) {
    const ok = task.execution?.exitCode === 0;
    const { passed, failed } = countsOf(task, ok);
    total.passed += passed;
    total.failed += failed;
    console.log(`${ok ? 'ok    ' : 'FAILED'}  ${task.taskId} (${timeOf(task)}): ${passed} passed, ${failed} failed`);
    // Where they failed may be thousands of lines above.
    if (!isTest(task)) continue;
    if (!ok) for (const test of failedTests(reportFrom(task))) console.log(`        ${test}`);
    for (const test of unsteadyTests(reportFrom(task))) console.log(`        only at the second attempt: ${test}`);
  }
  return total;
}

function timeOf({ cache, execution }) {
  if (cache.status === 'HIT') return 'cached';
  return execution ? duration(execution.endTime - execution.startTime) : 'not run';
}

const isTest = ({ task }) => task.startsWith('test:');

/** The report of a test task: its only output. */
const reportOf = ({ directory, outputs: [file] }) => join(ROOT, directory, file);

function reportFrom(task) {
  const file = reportOf(task);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** The results of a task. If it exits with an error or runs no tests, it counts as failed whatever its report says. */
function countsOf(task, ok) {
  if (!isTest(task)) return { passed: Number(ok), failed: Number(!ok) };
  const report = reportFrom(task);
  const { expected = 0, flaky = 0 } = report.stats ?? {};
  const passed = report.numPassedTests ?? expected + flaky;
  const failed = report.numFailedTests ?? report.stats?.unexpected ?? 0;
  return { passed, failed: ok && passed > 0 ? failed : Math.max(failed, 1) };
}
