import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { BUNDLE } from '../../../scripts/lib/bundle.mjs';
import { ROOT } from '../../../scripts/lib/root.mjs';

/** Another build of the store, in a folder of its own. */
export interface NextBuild extends Disposable {
  /** The file to run. */
  bundle: string;
}

/** The migration that the next build has, if it has one. */
export const NEXT_MIGRATION = '0998-next';

/** Where the list of migrations ends, in a bundle without spaces. */
const END_OF_MIGRATIONS = /(var migrations=\[[\w,$]+)\]/;

/**
 * Copies what was built to where a new version would be unpacked, under other names for all code and styles of the pages, as after
 * a change to what all of them use; the files of the build before stay beside them. With a migration that runs `sql`, if it is given.
 */
export function unpackNextBuild({ sql }: { sql?: string } = {}): NextBuild {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-next-'));
  const server = join(folder, 'apps/server/dist');
  const web = join(folder, 'apps/web/dist');
  cpSync(dirname(BUNDLE), server, { recursive: true });
  cpSync(join(ROOT, 'apps/web/dist'), web, { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  addNamesOfNext(web);
  const bundle = join(server, 'main.js');
  if (sql) addMigration(join(server, 'start.js'), sql);
  return { bundle, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

function addNamesOfNext(web: string): void {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).map((path) => join(web, path));
  // They would be served with their old text.
  for (const file of files) if (/\.(br|gz)$/.test(file)) rmSync(file);
  const named = files.filter((file) => /\/client\/assets\/[^/]+\.(js|css)$/.test(file));
  const names = named.map((file) => basename(file).replaceAll('.', '\\.'));
  const mention = new RegExp(`(?<![\\w-])(?:${names.join('|')})(?![\\w.])`, 'g');
  for (const file of files) {
    if (!/\.(js|css|html|json)$/.test(file)) continue;
    const next = readFileSync(file, 'utf8').replace(mention, 'next-$&');
    writeFileSync(named.includes(file) ? join(dirname(file), `next-${basename(file)}`) : file, next);
  }
}

function addMigration(bundle: string, sql: string): void {
  const text = readFileSync(bundle, 'utf8');
  if (!END_OF_MIGRATIONS.test(text)) throw new Error('The list of migrations is not found in the bundle.');
  const migration = `{name:"${NEXT_MIGRATION}",up:({run})=>run(${JSON.stringify(sql)})}`;
  writeFileSync(bundle, text.replace(END_OF_MIGRATIONS, `$1,${migration}]`));
}
