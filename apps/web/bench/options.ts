import { parseArgs } from 'node:util';
import { isPageName, PATHS, type PageName } from './pages.ts';

export const HELP = `npm run bench:web -- [options]

Measures the built pages on a phone with a slow line, in Chromium. docs/performance.md explains the table.

  --runs=N          how often each page is opened; the table shows medians; default 5
  --pages=NAME,...  of home, category and product; default all
  --before=FILE     an earlier run, to be shown beside this one
  --json=FILE       where the figures are kept; default a file in .data/bench-web
  --quick           opens the home page once, to see that everything works
  --help            prints this
`;

const RUNS = 5;
const QUIET_MS = 5000;
const QUICK_QUIET_MS = 500;

export interface BenchOptions {
  runs: number;
  pages: PageName[];
  /** The files of an earlier run and of this one; undefined where none is named. */
  before: string | undefined;
  json: string | undefined;
  /** How long a page must do nothing to be taken as loaded, in milliseconds. */
  quietMs: number;
}

/** Reads the command line; null if only help is wanted. @throws {Error} naming the option that cannot be used. */
export function readOptions(args: string[]): BenchOptions | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args,
    options: { runs: text, pages: text, before: text, json: text, quick: flag, help: flag },
  });
  if (values.help) return null;
  const { quick, before, json } = values;
  const runs = values.runs === undefined ? (quick ? 1 : RUNS) : Number(values.runs);
  if (!(Number.isInteger(runs) && runs > 0)) throw new Error('--runs must be a whole number above 0.');
  const all = Object.keys(PATHS);
  const names = values.pages === undefined ? (quick ? ['home'] : all) : values.pages.split(',');
  const pages = names.filter(isPageName);
  if (pages.length < names.length) throw new Error(`--pages must be of ${all.join(', ')}.`);
  return { runs, pages, before, json, quietMs: quick ? QUICK_QUIET_MS : QUIET_MS };
}
