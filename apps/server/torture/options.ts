import { parseArgs } from 'node:util';

export const HELP = `npm run torture -- [options]

Sells to shoppers and kills the servers and the database meanwhile. Then compares the books with what clients were told.
docs/reliability.md explains the table. SIGINT and SIGTERM end it early: what has begun ends, and the books are compared.

  --orders=N     how many orders get an answer; default 100
  --kills=K      how many processes are killed, and half as many frozen, filled or set back; spread over the orders,
                 several at a time where they hit different processes; default 6
  --servers=N    of the store; default 3
  --shoppers=N   at a time; default 12
  --minutes=N    ends it early after so long; default: never
  --seed=N       of everything that is drawn; default: any
  --quick        a handful of orders and two kills, without what takes long
  --help         prints this
`;

const defaults = { orders: 100, kills: 6, servers: 3, shoppers: 12 };
const quick: typeof defaults = { orders: 24, kills: 2, servers: 2, shoppers: 6 };

export interface TortureOptions extends Record<keyof typeof defaults, number> {
  seed: number;
  /** Whether only processes are killed: to freeze them, to fill the disk and to set the clock back takes its time. */
  quick: boolean;
  /** After how long it ends early. */
  minutes: number;
}

/** Reads the command line; null if only help is wanted. @throws {Error} naming the option that cannot be used. */
export function readOptions(args: string[]): TortureOptions | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args,
    options: {
      orders: text,
      kills: text,
      servers: text,
      shoppers: text,
      minutes: text,
      seed: text,
      quick: flag,
      help: flag,
    },
  });
  if (values.help) return null;
  const base = {
    ...(values.quick ? quick : defaults),
    seed: randomSeed(),
    minutes: Number.POSITIVE_INFINITY,
  };
  return { quick: values.quick, ...wholeNumbers(values, base) };
}

/** For who has not chosen one. */
export const randomSeed = () => 1 + Math.floor(Math.random() * 1e6);

/** The numbers among the options, or those of `base`. @throws {Error} naming the option that is none. */
export function wholeNumbers<Name extends string>(
  given: { [name in NoInfer<Name>]?: string | boolean },
  base: Record<Name, number>,
): Record<Name, number> {
  const numbers = { ...base };
  for (const name in base) {
    if (given[name] === undefined) continue;
    numbers[name] = Number(given[name]);
    if (!Number.isInteger(numbers[name]) || numbers[name] < 1)
      throw new Error(`--${name} must be a whole number above 0.`);
  }
  return numbers;
}
