import { parseArgs } from 'node:util';

export const HELP = `npm run bench -- [options]

Measures how fast the store answers, beside two servers that mark the limit. docs/performance.md explains the table.

  --database=NAME    mariadb (a server of its own, durable) or sqlite; default mariadb
  --products=N       generated products; default 10000
  --addresses=N      different addresses a cell, and a fifth as many searches; default 10000
  --connections=N    requests under way at a time; default 32
  --cells=NAME,...   only these rows of the table, such as "add to cart,checkout"; default all
  --rounds=N         default 5
  --seconds=S        for a cell, server and round; default 3
  --seed=N           of everything that is drawn; default 1
  --out=FOLDER       where the JSON is written; default .data/bench
  --quick            one short round with few products, to see that everything works
  --help             prints this
`;

const defaults = {
  products: 10_000,
  addresses: 10_000,
  connections: 32,
  rounds: 5,
  seconds: 3,
  seed: 1,
};
const quick: typeof defaults = { ...defaults, products: 200, addresses: 50, connections: 4, rounds: 1, seconds: 0.1 };

export interface BenchOptions extends Record<keyof typeof defaults, number> {
  database: 'mariadb' | 'sqlite';
  /** The names of the cells to measure; empty for all. */
  cells: string[];
  /** The folder for the JSON. */
  out: string;
}

/** Reads the command line; null if only help is wanted. @throws {Error} naming the option that cannot be used. */
export function readOptions(args: string[]): BenchOptions | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args,
    options: {
      database: { ...text, default: 'mariadb' },
      products: text,
      addresses: text,
      connections: text,
      cells: { ...text, default: '' },
      rounds: text,
      seconds: text,
      seed: text,
      out: { ...text, default: '.data/bench' },
      quick: flag,
      help: flag,
    },
  });
  if (values.help) return null;
  const { database, out } = values;
  if (database !== 'mariadb' && database !== 'sqlite') throw new Error('--database must be mariadb or sqlite.');
  const base = values.quick ? quick : defaults;
  const number = (name: keyof typeof defaults) => {
    const value = values[name] === undefined ? base[name] : Number(values[name]);
    if (!(value > 0) || (name !== 'seconds' && !Number.isInteger(value))) {
      throw new Error(`--${name} must be a ${name === 'seconds' ? '' : 'whole '}number above 0.`);
    }
    return value;
  };
  return {
    database,
    out,
    // Some names have a comma themselves, and a blank after it.
    cells: values.cells.split(/,(?! )/).flatMap((name) => name.trim() || []),
    products: number('products'),
    addresses: number('addresses'),
    connections: number('connections'),
    rounds: number('rounds'),
    seconds: number('seconds'),
    seed: number('seed'),
  };
}
