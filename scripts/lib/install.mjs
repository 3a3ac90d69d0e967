import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, tail } from './command.mjs';
import { ROOT } from './root.mjs';

const LOCK = join(ROOT, 'package-lock.json');
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.lantern-lock');
/** What Vitest has compiled with other versions. It would remove that itself, but several of it start at a time. */
const COMPILED = join(MODULES, '.experimental-vitest-cache');

/**
 * Makes node_modules match package-lock.json; does nothing if it already does.
 * @param until ends it when it is aborted; the next time it begins anew.
 * @throws if npm fails; the message ends with the last lines of its output.
 */
export async function install(say = console.log, until = undefined) {
  const hash = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (isCurrent(hash)) return;
  if (!installedByHand()) {
    say('Installing dependencies ...');
    // With NODE_ENV=production, npm would otherwise skip the dependencies of the build.
    const { code, output } = await run('npm', ['ci', '--include=dev'], { until });
    if (code !== 0) throw new Error(`npm ci failed.\n\n${tail(output)}`);
  }
  rmSync(COMPILED, { recursive: true, force: true });
  writeFileSync(STAMP, hash);
}

const isCurrent = (hash) => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash;

/** Whether the user has run npm since the lock last changed, so that installing again would only waste time. */
function installedByHand() {
  const record = join(MODULES, '.package-lock.json');
  return !existsSync(STAMP) && existsSync(record) && statSync(record).mtimeMs > statSync(LOCK).mtimeMs;
}
