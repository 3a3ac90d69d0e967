import { loadavg } from 'node:os';
import { markdownTable } from '../bench/markdown-table.ts';
import type { Check } from './books/check.ts';
import type { Traffic } from './network.ts';
import type { Settling } from './settling.ts';
import type { Told } from './told.ts';

/** A run, as far as its report needs it. */
export interface Run {
  seed: number;
  seconds: number;
  /** What has gone wrong: less than was planned if the run ended early. */
  faults: { kind: string }[];
  told: Told;
  traffic: Traffic;
  settling: Settling;
  checks: Check[];
}

/** How many differences of a check are printed. */
const SHOWN = 20;

/** The figures of a run and its checks, with the differences below. */
export function reportOf({ seed, seconds, faults, told, traffic, settling, checks }: Run): string {
  const count = (kind: string) => faults.filter((fault) => fault.kind === kind).length;
  const heard = (status: string) => String(told.orders.filter((order) => order.status === status).length);
  const [one, , fifteen] = loadavg();
  const figures = [
    ['orders told paid', heard('paid')],
    ['orders told not paid', heard('payment_failed')],
    ...[...new Set(faults.map(({ kind }) => kind))].map((kind) => [kind, String(count(kind))]),
    ['requests', String(traffic.requests)],
    ['connections dropped', String(traffic.dropped)],
    ['answers 503', String(traffic.unavailable)],
    ['requests repeated', String(traffic.repeated)],
    ['faults with pending orders', String(settling.hits)],
    ['longest from the provider’s answer until settled', `${(settling.longestMs / 1000).toFixed(1)} s`],
    ['delay of the ticks that count it', `${(settling.lateMs / seconds / 10).toFixed(1)} %`],
    ['duration', `${Math.round(seconds)} s`],
    ['load of the machine in 1 and 15 minutes', [one, fifteen].map((load = 0) => load.toFixed(1)).join(', ')],
    ['most memory of this process', `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`],
  ];
  const rows = checks.map(({ promise, compared, differences }) => [
    promise,
    String(compared),
    String(differences.length),
  ]);
  const broken = checks.flatMap(({ promise, differences }) =>
    differences.length === 0
      ? []
      : ['', `Not so: ${promise}`, ...differences.slice(0, SHOWN).map((line) => `  ${line}`)],
  );
  return [
    markdownTable([`seed ${seed}`, 'figure'], figures),
    '',
    markdownTable(['promise', 'compared', 'differences'], rows),
    ...broken,
  ].join('\n');
}
