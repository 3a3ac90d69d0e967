import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { inflict } from './inflict.ts';
import type { Pace } from './pace.ts';
import type { Fault } from './plan.ts';
import type { Presence, Target } from './presence.ts';
import type { Settling } from './settling.ts';

const POLL_MS = 50;

interface Weather {
  cluster: Cluster;
  presence: Presence;
  pace: Pace;
  settling: Settling;
  /** How many orders may be on their way when the next thing goes wrong. */
  shoppers: number;
  onFault: (fault: Fault) => void;
  onFailure: (fault: Fault, error: unknown) => void;
}

/**
 * Lets one thing after the other go wrong, each once so many orders have had their answer, and as many at a time as leave
 * the store a server. Resolves when all of them, or those until the end of the pace, are over.
 */
export async function raise(faults: Fault[], weather: Weather): Promise<void> {
  const { cluster, presence, pace, settling, shoppers, onFault, onFailure } = weather;
  const raging = new Set<Promise<void>>();
  for (const fault of faults) {
    pace.allowed = fault.afterOrders + shoppers;
    await pace.until(fault.afterOrders);
    const target = await whoCanBeHit(fault, presence, pace);
    if (target === null) break;
    await settling.untilPending();
    onFault(fault);
    presence.hit(target, fault.kind);
    const one = inflict(fault, target, cluster)
      .catch((error: unknown) => onFailure(fault, error))
      .finally(() => {
        presence.healed(target);
        raging.delete(one);
      });
    raging.add(one);
  }
  await Promise.all(raging);
}

/** Null at the end of the pace. */
async function whoCanBeHit(fault: Fault, presence: Presence, pace: Pace): Promise<Target | null> {
  while (!pace.isOver) {
    const target = presence.targetOf(fault);
    if (target !== null) return target;
    await sleep(POLL_MS);
  }
  return null;
}
