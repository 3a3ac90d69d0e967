import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bundleArguments, bundleEnvironment } from '../scripts/lib/bundle.mjs';
import { ROOT } from '../scripts/lib/root.mjs';

/* Detects what deploy/ says of files, commands and settings that have changed since. */

const folder = fileURLToPath(new URL('../deploy', import.meta.url));
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
const INSTALLED = '/opt/lantern';

/** What the store is started with, and what reads it. */
const settings = new Set(textOf('../apps/server/src/config.ts').match(/(?<=^ {2})[A-Z][A-Z_]+(?=: )/gm));
/** Those of others: of HAProxy, Node, the client of S3 and the image of the database, and what compose.yaml itself is given. */
const foreign =
  /^(SHOP_BIND|SHOP_SCHEME|STORE_\d|MALLOC_ARENA_MAX|npm_config_\w+|AWS_\w+|MARIADB_\w+|(DATABASE|REDIS)_PASSWORD)$/;

/** The variables that a file of this kind sets or reads. */
const variables: Record<string, RegExp> = {
  'systemd/lantern.env.example': /(?<=^#?)[A-Z_]+(?==)/gm,
  'systemd/lantern-backup.env.example': /(?<=^#?)[A-Z_]+(?==)/gm,
  'systemd/lantern.service': /(?<=^Environment=|^Environment=.* )\w+(?==)/gm,
  'systemd/lantern-backup.service': /(?<=^Environment=|^Environment=.* )\w+(?==)/gm,
  Dockerfile: /(?<=^ENV )\w+|(?<=process\.env\.)\w+/gm,
  'compose.yaml': /(?<=^ +)[A-Z][A-Z_\d]+(?=: )|(?<=\$\{)\w+/gm,
};

test.each(Object.entries(variables))('the variables in %s are settings of the store', (file, pattern) => {
  const named = textOf(file).match(pattern) ?? [];
  expect(named).not.toEqual([]);
  expect(named.filter((name) => !settings.has(name) && !foreign.test(name))).toEqual([]);
});

test('every setting that servers of a shop need alike has an example', () => {
  const examples = new Set(textOf('systemd/lantern.env.example').match(/(?<=^#?)[A-Z_]+(?==)/gm));
  // A shop that sells is not filled with goods to try, renders its own pages and limits who asks.
  const wanted = [...settings].filter(
    (name) => !['SEED', 'WEB_DEV', 'RATE_LIMITS', 'OTEL_SERVICE_NAME'].includes(name),
  );
  expect(wanted.filter((name) => !examples.has(name))).toEqual([]);
});

test('a shell that reads the settings reads the same', () => {
  const values = [...textOf('systemd/lantern.env.example').matchAll(/^#?[A-Z_]+=(.*)$/gm)].map(
    ([, value = '']) => value,
  );
  expect(values.filter((value) => /[\s<>&;?*$`]/.test(value) && !/^"[^"$`]*"$/.test(value))).toEqual([]);
});

test('what starts a server starts it as `npm start` does', () => {
  const [node, ...args] = bundleArguments.map((argument) => argument.replace(ROOT.replace(/\/$/, ''), INSTALLED));
  const command = [node, ...args];
  const unit = textOf('systemd/lantern.service');
  expect(unit).toContain(`\nExecStart=/usr/bin/node ${command.join(' ')}\n`);
  expect(textOf('Dockerfile')).toContain(`\nCMD ${JSON.stringify(['node', ...command]).replaceAll(',', ', ')}\n`);
  for (const [name, value] of Object.entries(bundleEnvironment)) {
    expect(unit).toContain(`\nEnvironment=${name}=${value}\n`);
    expect(textOf('Dockerfile')).toContain(`\nENV ${name}=${value}\n`);
  }
});

test('the files and commands that units, images and compose name exist', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => basename(path));
  const services = ['lantern.service', 'lantern-backup.service', 'lantern-backup.timer'];
  const units = services.map((name) => textOf(`systemd/${name}`)).join('\n');
  const settingsFiles = [...units.matchAll(/^EnvironmentFile=\/etc\/lantern\/(.+)$/gm)].map(([, name]) => name);
  expect(settingsFiles).toContain('lantern.env');
  expect(settingsFiles.filter((name) => !files.includes(`${name}.example`))).toEqual([]);
  const places = units.match(/(?<=\/etc\/systemd\/system\/)[\w-]+\.\w+/g) ?? [];
  expect(places.toSorted()).toEqual(services.toSorted());
  const documents = [...units.matchAll(/^Documentation=file:\/\/\/opt\/lantern\/(.+)$/gm)].map(([, path = '']) => path);
  const compose = textOf('compose.yaml');
  const mounted = [...compose.matchAll(/["']\.\/([^"':]+):[^"']+:ro["']/g)].map(([, path]) => `deploy/${path}`);
  const built = [...compose.matchAll(/dockerfile: ([\w/]+)/g)].map(([, path = '']) => path);
  const copied = [...textOf('Dockerfile').matchAll(/^COPY (?!--|\. )(.+) \S+$/gm)].flatMap(([, paths = '']) =>
    paths.split(' '),
  );
  expect(mounted.length + built.length).toBeGreaterThan(3);
  expect(copied).toContain('packages/api/package.json');
  expect([...documents, ...mounted, ...built, ...copied].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  const { scripts, workspaces } = JSON.parse(textOf('../package.json'));
  const run = [...`${units}\n${compose}\n${textOf('Dockerfile')}`.matchAll(/npm'?,? '?run'?,? '?([\w:]+)/g)];
  expect(run.map(([, name = '']) => name).filter((name) => !(name in scripts))).toEqual([]);
  // Otherwise packages would be installed without those of a new workspace.
  const folders = workspaces.map((one: string) => one.replace('/*', ''));
  const packages = folders.flatMap((one: string) =>
    readdirSync(join(ROOT, one)).map((name) => `${one}/${name}/package.json`),
  );
  expect(packages.filter((path: string) => !copied.includes(path))).toEqual([]);
});

const commented = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /^(galera|redis|systemd)\/.+\.(cnf|conf|service|timer|example)$|^Dockerfile/.test(path));
/** At most so many settings share what is said about them. */
const MAX_SETTINGS = 6;

test.each(commented)('%s says why of every setting', (file) => {
  const silent: string[] = [];
  let left = 0;
  for (const line of textOf(file).split('\n')) {
    if (/^#(?![A-Z_]+=)/.test(line)) left = MAX_SETTINGS;
    else if (line.trim() === '' || line.startsWith('[')) left = 0;
    else if (/^#?[\w-]+( |=)/.test(line) && !isPlain(file, line) && left-- <= 0) silent.push(line);
  }
  expect(silent).toEqual([]);
});

/** The steps of an image, and what a unit is called: they say it themselves. */
function isPlain(file: string, line: string): boolean {
  return file === 'Dockerfile' ? /^(?!ENV|HEALTHCHECK|RUN|CMD)/.test(line) : /^(Description|Documentation)=/.test(line);
}

test('README.md lists what is in the folder, and its links work', () => {
  const text = textOf('README.md');
  const entries = readdirSync(folder).filter((name) => name !== 'README.md');
  expect(entries.filter((name) => !text.includes(`\`${name}`))).toEqual([]);
  const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !/^https?:/.test(link) && !existsSync(join(folder, link)))).toEqual([]);
});
