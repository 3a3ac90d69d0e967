import type { TortureOptions } from './options.ts';

/** In this order, again and again, so that none is left out. Half of them leave the database alone: without it nobody sells. */
const otherKinds = [
  ...(['freeze server', 'freeze database', 'fill disk', 'set clock back'] as const),
  ...(['freeze server', 'set clock back'] as const),
];

export type FaultKind = 'kill server' | 'kill database' | (typeof otherKinds)[number];

/** Something that goes wrong. */
export interface Fault {
  kind: FaultKind;
  /** How many orders have had their answer by then. */
  afterOrders: number;
  /** Which server, if it happens to one; the next one if something else is happening to that. */
  server: number;
  /** How long it lasts, unless a process is killed. */
  forMs: number;
}

/** The share of the kills. */
const DATABASE_KILLS = 1 / 4;
const MIN_MS = 5000;
const MAX_MS = 30_000;
/** Half of the times are below 5.4 s, and one in fourteen is above 20 s. */
const SKEW = 6;

/**
 * Draws what goes wrong and when: every kill, and half as many other faults, spread over the orders. The same for the
 * same numbers drawn.
 */
export function planFaults(random: () => number, { orders, kills, servers, quick }: TortureOptions): Fault[] {
  const below = (limit: number) => Math.floor(random() * limit);
  const kill = (): FaultKind => (random() < DATABASE_KILLS ? 'kill database' : 'kill server');
  const others = quick ? 0 : Math.ceil(kills / 2);
  const kinds: FaultKind[] = [
    // Both are killed, however few kills there are.
    ...Array.from({ length: kills }, (_, n): FaultKind => (n === 0 ? 'kill database' : kill())),
    ...Array.from({ length: others }, (_, n): FaultKind => otherKinds[n % otherKinds.length] ?? 'freeze server'),
  ];
  const order = kinds.map((kind) => ({ kind, at: random() })).sort((a, b) => a.at - b.at);
  return order.map(({ kind }, n) => ({
    kind,
    // One in each part of the run: it takes as long as the faults that follow each other most closely.
    afterOrders: 1 + Math.floor(((n + random()) / kinds.length) * Math.max(1, orders - 1)),
    server: below(servers),
    forMs: Math.round(MIN_MS + random() ** SKEW * (MAX_MS - MIN_MS)),
  }));
}
