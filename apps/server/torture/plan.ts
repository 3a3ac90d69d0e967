import type { TortureOptions } from './options.ts';

const otherKinds = ['freeze server', 'freeze database', 'fill disk', 'set clock back'] as const;

export type FaultKind = 'kill server' | 'kill database' | (typeof otherKinds)[number];

/** Something that goes wrong. */
export interface Fault {
  kind: FaultKind;
  /** How many orders have had their answer by then. */
  afterOrders: number;
  /** Which server, if it happens to one. */
  server: number;
  /** How long it lasts, unless a process is killed. */
  forMs: number;
}

/** The share of the kills. */
const DATABASE_KILLS = 1 / 3;
const MIN_MS = 5000;
const MAX_MS = 30_000;

/** Draws what goes wrong and when: every kill, and half as many other faults. The same for the same numbers drawn. */
export function planFaults(random: () => number, { orders, kills, servers, quick }: TortureOptions): Fault[] {
  const below = (limit: number) => Math.floor(random() * limit);
  const kill = (): FaultKind => (random() < DATABASE_KILLS ? 'kill database' : 'kill server');
  const others = quick ? 0 : Math.ceil(kills / 2);
  const kinds: FaultKind[] = [
    // Both are killed, however few kills there are.
    ...Array.from({ length: kills }, (_, n): FaultKind => (n === 0 ? 'kill database' : kill())),
    // In turn, so that none is left out.
    ...Array.from({ length: others }, (_, n): FaultKind => otherKinds[n % otherKinds.length] ?? 'freeze server'),
  ];
  const faults = kinds.map((kind) => ({
    kind,
    afterOrders: 1 + below(Math.max(1, orders - 1)),
    server: below(servers),
    forMs: Math.round(MIN_MS + random() * (MAX_MS - MIN_MS)),
  }));
  return faults.sort((a, b) => a.afterOrders - b.afterOrders);
}
