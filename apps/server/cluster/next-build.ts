import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BUNDLE } from '../../../scripts/lib/bundle.mjs';
import { ROOT } from '../../../scripts/lib/root.mjs';

/** Another build of the store, in a folder of its own. */
export interface NextBuild extends Disposable {
  /** The file to run. */
  bundle: string;
}

/** Copies what was built to where a new version would be unpacked. */
export function unpackNextBuild(): NextBuild {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-next-'));
  const server = join(folder, 'apps/server/dist');
  cpSync(dirname(BUNDLE), server, { recursive: true });
  cpSync(join(ROOT, 'apps/web/dist'), join(folder, 'apps/web/dist'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return {
    bundle: join(server, 'main.js'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
