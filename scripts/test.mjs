/**
 * `npm test`: everything that says whether the store is sound. Each check is tasks of turbo (turbo.json), which
 * answers from its cache where nothing that they read has changed. Ends with "N passed, N failed".
 * `npm test -- --only=lint,sqlite` runs some of it.
 */
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';

requireNode();
await install();
// Only from here on is there anything in node_modules.
const { check } = await import('./lib/checks.mjs');

const only = process.argv.find((word) => word.startsWith('--only='));
const { passed, failed } = await check(only?.slice('--only='.length).split(','));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
