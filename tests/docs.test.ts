import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { domains } from '../scripts/boundaries.mjs';

/* Detects documentation that refers to missing files and headings. */

const root = fileURLToPath(new URL('..', import.meta.url));
const skipped = /^(?:node_modules|dist|reports|test-results|\..+)$/;

/** The hand-written files below a folder, relative to the root. */
function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skipped.test(entry.name)) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

const files = [...filesUnder('')].map((path) => path.replaceAll('\\', '/'));
const documents = files.filter((path) => path === 'README.md' || /^docs\/.+\.md$/.test(path));
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
/** Without code blocks, where brackets and words are not links and paths. */
const proseOf = (path: string) => textOf(path).replace(/^```.*?^```$/gms, '');

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(path: string): string[] {
  const headings = [...proseOf(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Broken links: to missing files or headings, or to lines of code, whose numbers change. */
function brokenLinks(document: string): string[] {
  const links = [...proseOf(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? document : relative(root, join(root, dirname(document), file));
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !(target.endsWith('.md') && anchorsOf(target).includes(anchor));
  });
}

const isPath =
  /^(?:[\w.-]+\/)*[\w.-]+\.(?:[cm]?[jt]sx?|css|json|md|svg)$|^(?:apps|docs|packages|scripts|tests)\/[\w./-]+$/;

/** Accepts shortened paths, such as `text/money.ts` for `packages/text/src/money.ts`. */
const short = files.map((file) => file.replace('/src/', '/'));

/** Paths in backticks that do not exist. `NNNN-name.ts` and `<domain>` stand for any name. */
function brokenPaths(document: string): string[] {
  const quoted = [...proseOf(document).matchAll(/`([^`\n]+)`/g)].map(([, path = '']) => path);
  return quoted.filter((path) => {
    if (!isPath.test(path) || path.includes('NNNN')) return false;
    const wanted = path.replace(/\/$/, '');
    return ![...files, ...short].some((file) => `/${file}/`.includes(`/${wanted}/`));
  });
}

/** Names that are not from the source files: those of other tools, and of examples in how-to.md. */
const foreign = new Set(['defaultProps', 'noEmit', 'useCombobox', 'sim_review']);
/** What Galera itself calls its figures, files and commands. */
const galera = /^(wsrep|galera)_|^safe_to_bootstrap$/;
const words = new Set(
  files
    .filter((file) => /^(?:apps|packages|scripts)\/.*\.(?:tsx?|mjs)$|^deploy\/.*\.cnf$/.test(file))
    .flatMap((file) => textOf(file).match(/\w+/g)),
);

/** Identifiers and reasons in backticks (`lockOrder`, `price_changed`) that no source file contains. */
function unknownNames(document: string): string[] {
  const quoted = [...proseOf(document).matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.match(/\w+/g) ?? []);
  const names = quoted.filter((name) => /[a-z][A-Z]|^[a-z]+_[a-z_]+$/.test(name));
  return names.filter((name) => !words.has(name) && !foreign.has(name) && !galera.test(name));
}

test.each(documents)('the links in %s work', (document) => {
  expect(brokenLinks(document)).toEqual([]);
});

test.each(documents)('the files that %s names exist', (document) => {
  expect(brokenPaths(document)).toEqual([]);
});

test.each(documents)('the names in the code that %s mentions exist', (document) => {
  expect(unknownNames(document)).toEqual([]);
});

const decisions = documents.filter((path) => /^docs\/decisions\/\d/.test(path)).sort();

test('the index lists every decision with its number and title', () => {
  const listed = [...textOf('docs/decisions/README.md').matchAll(/^\| \[(\d{3}) (.+?)\]\((.+?)\)/gm)];
  const titles = decisions.map((path) => [textOf(path).split('\n')[0], path.replace('docs/decisions/', '')]);
  expect(listed.map(([, number, title, file]) => [`# ${number} ${title}`, file])).toEqual(titles);
  expect(new Set(decisions.map((path) => path.slice(0, 'docs/decisions/000'.length))).size).toBe(decisions.length);
});

test.each(decisions)('%s states its status and its date', (path) => {
  const [, blank, status = ''] = textOf(path).split('\n');
  expect(blank).toBe('');
  expect(status).toMatch(/^(?:Accepted|Superseded by \[\d{3}\]\(\d{3}-[\w-]+\.md\)) · 20\d\d-\d\d-\d\d$/);
});

test('architecture.md lists the domains of packages/api from lowest to highest, and each has a folder', () => {
  const [, section = ''] = /^## Domains$(.*?)^## /ms.exec(textOf('docs/architecture.md')) ?? [];
  const rows = [...section.matchAll(/^\| `([\w-]+)`/gm)].map(([, domain]) => domain);
  expect(rows).toEqual(domains);
  const folders = readdirSync(join(root, 'packages/api/src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'testing')
    .map(({ name }) => name);
  expect(folders.sort()).toEqual([...domains].sort());
});

test('each requirement in security.md passes with what shows it, fails with what is missing, or does not apply', () => {
  const rows = [...textOf('docs/security.md').matchAll(/^\| \d+\.\d.*$/gm)].map(([row]) =>
    row.split('|').map((cell) => cell.trim()),
  );
  expect(rows.length).toBeGreaterThan(100);
  const unclear = rows.filter(([, , , verdict = '', why = '']) => {
    return !['pass', 'fail', 'not applicable'].includes(verdict) || why === '';
  });
  expect(unclear).toEqual([]);
});

test('the tests that take long are run with every change, as testing.md says', () => {
  expect(textOf('.ci/run')).toMatch(/^exec npm test -- --all$/m);
});
