import { type Tier, tiers, type Used } from './tiers.ts';

/** How busy a processor may be on average before what waits for it waits for long. */
export const BUSY = 0.6;
const HOUR_S = 3600;

/**
 * The most operations a second that so many stores can do on so many processors that all tiers share: the utilisation law,
 * U = X · D, with every U at most 1 (Denning and Buzen 1978; "asymptotic bounds" in Lazowska et al., Quantitative System
 * Performance, 1984). A store answers on one thread, so that each is a processor of its own beside the machine's.
 */
export function bound(demand: Used, stores: number, processors: number): number {
  const all = tiers.reduce((total, tier) => total + demand[tier], 0);
  return Math.min(stores / demand.stores, processors / all);
}

/** What one shop needs in an hour, of each kind of operation. */
export interface Mix {
  demand: Used;
  perOrder: number;
}

/** How many processors each tier needs for so many orders an hour, busy for `BUSY` of the time. */
export function processorsFor(ordersPerHour: number, mixes: Mix[]): Record<Exclude<Tier, 'load'>, number> {
  const of = (tier: Tier) =>
    (mixes.reduce((total, { demand, perOrder }) => total + demand[tier] * perOrder, 0) * ordersPerHour) / HOUR_S / BUSY;
  return {
    stores: of('stores'),
    'writing node': of('writing node'),
    'other nodes': of('other nodes'),
    proxy: of('proxy'),
  };
}
