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

/** Makes one of each tier's figures. */
const perTier = (figure: (tier: Tier) => number): Used => ({
  stores: figure('stores'),
  'writing node': figure('writing node'),
  'other nodes': figure('other nodes'),
  proxy: figure('proxy'),
  load: figure('load'),
});

/** What each tier used between two readings, for each of so many operations. */
export const demandOf = (before: Used, after: Used, operations: number): Used =>
  perTier((tier) => Math.max(0, after[tier] - before[tier]) / operations);

/** A reading less what each tier uses anyway, in seconds of a processor each second, for so many seconds. */
export const without = (used: Used, idle: Used, seconds: number): Used =>
  perTier((tier) => used[tier] - idle[tier] * seconds);
