import { markdownTable } from './markdown-table.ts';
import type { LoopDelay } from './store-process.ts';

/** What one server answered in one cell and round; times in milliseconds. */
export interface Measured {
  answers: number;
  /** Answers that were not what was asked for. */
  errors: number;
  perSecond: number;
  p50: number;
  p99: number;
}

const servers = ['store', 'bare', 'memory'] as const;
export type Server = (typeof servers)[number];

/** What was measured of a cell in one round, and how late the store's event loop was. */
type Round = Record<Server, Measured> & { loop: LoopDelay };

export interface CellRounds {
  name: string;
  rounds: Round[];
}

/** The rate of the store, divided by that of a limit in the same round. */
interface Ratio {
  median: number;
  lowest: number;
  highest: number;
}

/** The medians over all rounds. */
export interface CellSummary {
  name: string;
  errors: number;
  servers: Record<Server, Pick<Measured, 'perSecond' | 'p50' | 'p99'>>;
  toBare: Ratio;
  toMemory: Ratio;
  /** The 99th percentile of the store's delays of the event loop, in milliseconds. */
  loopMs: number;
}

/** The value below which `share` of the sorted values lie; NaN without values. */
export function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle value; of an even number, the mean of the two in the middle. NaN without values. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

export function summarize({ name, rounds }: CellRounds): CellSummary {
  const of = (server: Server) => ({
    perSecond: median(rounds.map((round) => round[server].perSecond)),
    p50: median(rounds.map((round) => round[server].p50)),
    p99: median(rounds.map((round) => round[server].p99)),
  });
  const ratioTo = (limit: Server): Ratio => {
    const ratios = rounds.map((round) => round.store.perSecond / round[limit].perSecond);
    return { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) };
  };
  return {
    name,
    errors: rounds.reduce((sum, round) => sum + servers.reduce((own, server) => own + round[server].errors, 0), 0),
    servers: { store: of('store'), bare: of('bare'), memory: of('memory') },
    toBare: ratioTo('bare'),
    toMemory: ratioTo('memory'),
    loopMs: median(rounds.map(({ loop }) => loop.p99)),
  };
}

const HEADINGS = [
  'cell',
  ...servers,
  'to bare',
  'to memory',
  ...servers.map((server) => `${server} ms`),
  'loop ms',
  'errors',
];

/** A Markdown table, so that it can be pasted into docs/performance.md. */
export function tableOf(cells: CellSummary[]): string {
  const rows = cells.map(({ name, servers: own, toBare, toMemory, loopMs, errors }) => [
    name,
    ...servers.map((server) => own[server].perSecond.toFixed(0)),
    inWords(toBare),
    inWords(toMemory),
    ...servers.map((server) => `${own[server].p50.toFixed(1)} / ${own[server].p99.toFixed(1)}`),
    loopMs.toFixed(1),
    String(errors),
  ]);
  return markdownTable(HEADINGS, rows);
}

function inWords({ median, lowest, highest }: Ratio): string {
  return `${shortly(median)} (${shortly(lowest)}–${shortly(highest)})`;
}

const shortly = (ratio: number) => ratio.toFixed(ratio < 0.1 ? 3 : 2);
