import { parseArgs } from 'node:util';

export const HELP = `npm run fuzz -- [options]

Sends requests drawn from the API's own schemas to a store of its own, and says which it does not stand.

  --requests=N       default 10000
  --seed=N           of everything that is drawn; default 1
  --database=NAME    sqlite or mariadb (a server of its own); default sqlite
  --help             prints this
`;

interface FuzzCommand {
  requests: number;
  seed: number;
  database: 'sqlite' | 'mariadb';
}

/** Reads the command line; null if only help is wanted. @throws {Error} naming the option that cannot be used. */
export function readOptions(args: string[]): FuzzCommand | null {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const { values } = parseArgs({
    args,
    options: {
      requests: text('10000'),
      seed: text('1'),
      database: text('sqlite'),
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const { database } = values;
  if (database !== 'mariadb' && database !== 'sqlite') throw new Error('--database must be mariadb or sqlite.');
  const [requests, seed] = [Number(values.requests), Number(values.seed)];
  if (!Number.isInteger(requests) || requests < 1) throw new Error('--requests must be a whole number above 0.');
  if (!Number.isInteger(seed)) throw new Error('--seed must be a whole number.');
  return { requests, seed, database };
}
