import { plural, t } from '@lingui/core/macro';
import { Button } from '../button/button.tsx';
import { formatNumber } from '../format/format.tsx';
import { ProgressLine } from '../progress-line/progress-line.tsx';
import './load-more.css';

interface LoadMoreProps {
  shown: number;
  total: number;
  /** True if there are more than `total`. */
  atLeast?: boolean;
  onMore: () => void;
  loading?: boolean;
  /** How many come at once. */
  step?: number;
}

/** How much of a long list is shown, and the button to load more. */
export function LoadMore({ shown, total, atLeast = false, onMore, loading = false, step = 24 }: LoadMoreProps) {
  const next = atLeast ? step : Math.min(step, total - shown);
  const known = Math.max(shown, total);
  return (
    <div className="load-more">
      <p className="load-more__words num" role="status">
        {atLeast
          ? t`${{ shown: formatNumber(shown) }} of more than ${{ known: formatNumber(known) }} shown`
          : t`${{ shown: formatNumber(shown) }} of ${{ known: formatNumber(known) }} shown`}
      </p>
      <div className="load-more__line">
        <ProgressLine value={shown} max={known} label={t`Shown so far`} />
      </div>
      {next > 0 && (
        <Button onClick={onMore} loading={loading}>
          {plural(next, { other: 'Show # more' })}
        </Button>
      )}
    </div>
  );
}
