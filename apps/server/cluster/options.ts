import { parseArgs } from 'node:util';
import { randomSeed, wholeNumbers } from '../torture/options.ts';

export const HELP = `npm run cluster -- [options]

Starts a whole shop on this machine, as it would be on several: three nodes of MariaDB Galera, Redis, an S3 server, three servers
of the store and HAProxy in front of them, with data that is gone afterwards. docs/scale.md says what for. Ctrl+C ends it.

  --port=N       where HAProxy listens; default: any free port
  --kill         sells to shoppers instead, kills every kind of part while it goes on, cuts database nodes off, moves all servers
                 to another build, and compares the books with what clients were told
  --times=N      how often each kind of thing goes wrong; default 5
  --shoppers=N   at a time; default 12
  --seed=N       of everything that is drawn; default: any
  --help         prints this
`;

export interface ClusterOptions {
  port: number;
  kill: boolean;
  times: number;
  shoppers: number;
  seed: number;
}

/** Reads the command line; null if only help is wanted. @throws {Error} naming the option that cannot be used. */
export function readOptions(args: string[]): ClusterOptions | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args,
    options: { port: text, times: text, shoppers: text, seed: text, kill: flag, help: flag },
  });
  if (values.help) return null;
  const numbers = wholeNumbers(values, { port: 0, times: 5, shoppers: 12, seed: randomSeed() });
  return { ...numbers, kill: values.kill };
}
