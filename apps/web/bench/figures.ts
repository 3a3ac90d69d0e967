import { median } from '../../server/bench/report.ts';
import type { PageName } from './pages.ts';
import type { Tapped } from './tap.ts';
import type { Visit } from './visit.ts';

/** What one round measured of a page: opened on the slow line, and a tap on a card there and without limits. */
export interface Round {
  slow: Visit;
  slowTap: Tapped | null;
  freeTap: Tapped | null;
}

/** A row of the table. */
export interface Figure {
  name: string;
  /** The value of a round, in the unit of the row; undefined where a page has none. */
  of(round: Round): number | undefined;
  digits: number;
  /** What it must be below; undefined where nothing is promised. */
  goal?: number | Record<PageName, number>;
}

const seconds = (milliseconds: number) => milliseconds / 1000;
const kilobytes = (bytes: number) => bytes / 1000;

export const FIGURES: Figure[] = [
  {
    name: 'LCP, s',
    of: ({ slow }) => seconds(slow.lcp),
    digits: 2,
    goal: { home: 1.5, category: 1.8, product: 1.8 },
  },
  { name: 'CLS', of: ({ slow }) => slow.cls, digits: 3, goal: 0.02 },
  { name: 'total blocking time, ms', of: ({ slow }) => slow.blocking, digits: 0, goal: 150 },
  { name: 'JavaScript, KB', of: ({ slow }) => kilobytes(slow.scriptBytes), digits: 1, goal: 110 },
  { name: 'CSS, KB', of: ({ slow }) => kilobytes(slow.styleBytes), digits: 1, goal: 25 },
  { name: 'requests before LCP', of: ({ slow }) => slow.requestsBeforeLcp, digits: 0, goal: 15 },
  { name: 'tap → content, ms', of: ({ freeTap }) => freeTap?.content, digits: 0, goal: 100 },
  { name: 'tap → content, slow, ms', of: ({ slowTap }) => slowTap?.content, digits: 0, goal: 500 },
  { name: 'tap → buy button, ms', of: ({ freeTap }) => freeTap?.button, digits: 0 },
  { name: 'tap → buy button, slow, ms', of: ({ slowTap }) => slowTap?.button, digits: 0 },
  { name: 'first byte, s', of: ({ slow }) => seconds(slow.ttfb), digits: 2 },
  { name: 'first paint, s', of: ({ slow }) => seconds(slow.fcp), digits: 2 },
  {
    name: 'first request to the API, s',
    of: ({ slow }) => (slow.firstApi === null ? undefined : seconds(slow.firstApi)),
    digits: 2,
  },
  { name: 'requests', of: ({ slow }) => slow.requests, digits: 0 },
  { name: 'images, KB', of: ({ slow }) => kilobytes(slow.imageBytes), digits: 1 },
  { name: 'fonts, KB', of: ({ slow }) => kilobytes(slow.fontBytes), digits: 1 },
  { name: 'everything, KB', of: ({ slow }) => kilobytes(slow.allBytes), digits: 1 },
];

/** The median over all rounds; undefined where a page has no such figure. */
export function medianOf({ of }: Figure, rounds: Round[]): number | undefined {
  const values = rounds.flatMap((round) => of(round) ?? []);
  return values.length > 0 ? median(values) : undefined;
}

/** What the figure of a page must be below; undefined where nothing is promised. */
export const goalOf = ({ goal }: Figure, page: PageName): number | undefined =>
  typeof goal === 'object' ? goal[page] : goal;
