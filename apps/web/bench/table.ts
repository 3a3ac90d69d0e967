import { markdownTable } from '../../server/bench/markdown-table.ts';
import { FIGURES, type Figure, goalOf, medianOf, type Round } from './figures.ts';
import type { PageName } from './pages.ts';

/** The rounds of the pages that were measured. */
export type Rounds = Partial<Record<PageName, Round[]>>;

interface Tables {
  pages: PageName[];
  now: Rounds;
  /** An earlier run, shown beside this one. */
  before?: Rounds;
}

/** The medians of every page as a Markdown table, with ✓ where the goal is reached and ✗ where it is not. */
export function tableOf({ pages, now, before }: Tables): string {
  const columns = pages.flatMap((page) => [
    ...(before ? [{ heading: `${page} before`, page, rounds: before[page] ?? [] }] : []),
    { heading: page, page, rounds: now[page] ?? [] },
  ]);
  const rows = FIGURES.map((figure) => [
    figure.name,
    goalText(figure, pages),
    ...columns.map(({ page, rounds }) => cell(figure, page, rounds)),
  ]);
  return markdownTable(['', 'below', ...columns.map(({ heading }) => heading)], rows);
}

function goalText(figure: Figure, pages: PageName[]): string {
  return [...new Set(pages.flatMap((page) => goalOf(figure, page) ?? []))].join(' / ');
}

function cell(figure: Figure, page: PageName, rounds: Round[]): string {
  const value = medianOf(figure, rounds);
  if (value === undefined) return '';
  const goal = goalOf(figure, page);
  const mark = goal === undefined ? '' : value < goal ? ' ✓' : ' ✗';
  return value.toFixed(figure.digits) + mark;
}

/** What was painted last on each page, since this is what a better LCP has to begin with. */
export function paintedLast(pages: PageName[], rounds: Rounds): string {
  return pages
    .map((page) => {
      const { lcpElement, lcpUrl } = rounds[page]?.[0]?.slow ?? { lcpElement: 'nothing', lcpUrl: '' };
      return `LCP of ${page}: ${lcpElement}${lcpUrl && ` (${new URL(lcpUrl).pathname})`}`;
    })
    .join('\n');
}
