/**
 * `npm test`: all checks, without the tests that take long; with `--all`, those too. Each consists of turbo tasks
 * (turbo.json), which are cached while their inputs are unchanged. Ends with "N passed, N failed".
 * `npm test -- --only=lint,sqlite` runs some of them.
 */
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';

requireNode();
if (!process.argv.includes('--all')) process.env.SHORT = '1';
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);
const { passed, failed } = await runChecks().catch((error) => {
  console.error(error.message);
  return { passed: 0, failed: 1 };
});
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function runChecks() {
  await install();
  // Imported late, because node_modules may not exist before.
  const { check } = await import('./lib/checks.mjs');
  return check(only?.split(','));
}
