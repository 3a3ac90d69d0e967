import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, tail } from './command.mjs';
import { ROOT } from './root.mjs';

const LOCK = join(ROOT, 'package-lock.json');
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.lantern-lock');

/**
 * Makes node_modules match package-lock.json, and does nothing when it already does.
 * @throws when npm fails; the message ends with npm's last lines.
 */
export async function install(say = console.log) {
  const hash = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (isCurrent(hash)) return;
  if (!installedByHand()) {
    say('Installing what the store is made of ...');
    // A NODE_ENV=production of the caller must not leave out what the build needs.
    const { code, output } = await run('npm', ['ci', '--include=dev']);
    if (code !== 0) throw new Error(`npm ci failed.\n\n${tail(output)}`);
  }
  writeFileSync(STAMP, hash);
}

const isCurrent = (hash) => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash;

/** Somebody ran npm himself after the lock last changed; installing again would only cost time. */
function installedByHand() {
  const record = join(MODULES, '.package-lock.json');
  return !existsSync(STAMP) && existsSync(record) && statSync(record).mtimeMs > statSync(LOCK).mtimeMs;
}
