/** Each kind goes wrong as often as the others. */
export const kinds = [
  ...(['kill server', 'kill database node', 'cut database node off', 'kill redis', 'kill image store'] as const),
  ...(['kill proxy', 'roll servers'] as const),
];

/** Something that goes wrong, or a new build that is put in the place of the old one. */
export interface ClusterFault {
  kind: (typeof kinds)[number];
  /** Which of the three, if it happens to a server or a node. */
  which: number;
  /** How long everything is well before it, in milliseconds. */
  afterMs: number;
}

/** To roll the servers takes as long as several faults. */
const ROLLS = 2;
const LONGEST_PAUSE_MS = 3000;
const EACH = 3;

/**
 * Draws what goes wrong: every kind so many times, in an order of its own, and each server and node in turn, so that the
 * node which everybody writes to is among them. The same for the same numbers drawn.
 */
export function planFaults(random: () => number, times: number): ClusterFault[] {
  const faults = kinds.flatMap((kind) =>
    Array.from({ length: kind === 'roll servers' ? Math.min(ROLLS, times) : times }, (_, n) => ({
      ...{ kind, which: n % EACH, at: random(), afterMs: Math.round(random() * LONGEST_PAUSE_MS) },
    })),
  );
  return faults.sort((a, b) => a.at - b.at).map(({ kind, which, afterMs }) => ({ kind, which, afterMs }));
}
