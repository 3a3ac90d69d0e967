import type { Parts } from './parts.ts';
import { processorSeconds } from './processor-time.ts';

/** What a shop consists of, and what asks it. */
export const tiers = ['stores', 'writing node', 'other nodes', 'proxy', 'load'] as const;

export type Tier = (typeof tiers)[number];

/** What each tier has used, in seconds of a processor. */
export type Used = Record<Tier, number>;

/** Reads what each tier has used until now. */
export function usedBy({ servers, galera, haproxy }: Parts, loadPids: number[]): Used {
  const [writing, ...others] = galera.nodes.map((node) => node.pid());
  const sum = (pids: (number | undefined)[]) =>
    pids.reduce<number>((total, pid) => total + (pid ? processorSeconds(pid) || 0 : 0), 0);
  return {
    stores: sum(servers.map(({ child }) => child.pid)),
    'writing node': sum([writing]),
    'other nodes': sum(others),
    proxy: sum([haproxy.pid()]),
    load: sum(loadPids),
  };
}

/** What each tier used between two readings, for each of so many operations. */
export function demandOf(before: Used, after: Used, operations: number): Used {
  const each = (tier: Tier) => (after[tier] - before[tier]) / operations;
  return {
    stores: each('stores'),
    'writing node': each('writing node'),
    'other nodes': each('other nodes'),
    proxy: each('proxy'),
    load: each('load'),
  };
}
