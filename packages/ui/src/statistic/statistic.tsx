import { ArrowDown, ArrowUp } from 'lucide-react';
import { Statistic as SuiStatistic } from 'semantic-ui-react';
import { cx } from '../cx/cx.tsx';
import './statistic.css';

interface StatisticProps {
  label: string;
  value: string;
  /** The value of the previous period, and which period that is. */
  before?: { label: string; value: string; changePercent: number | null };
}

/** One key figure, and the same of the period before. */
export function Statistic({ label, value, before }: StatisticProps) {
  return (
    <SuiStatistic className="statistic">
      <SuiStatistic.Label as="dt" className="statistic__label">
        {label}
      </SuiStatistic.Label>
      <SuiStatistic.Value as="dd" className="statistic__value num">
        {value}
      </SuiStatistic.Value>
      {before && (
        <dd className="statistic__before num">
          <Change percent={before.changePercent} />
          <span>
            {before.label}: {before.value}
          </span>
        </dd>
      )}
    </SuiStatistic>
  );
}

/** From 0 there is no percentage. */
function Change({ percent }: { percent: number | null }) {
  if (percent === null || percent === 0) return null;
  const Arrow = percent > 0 ? ArrowUp : ArrowDown;
  return (
    <span className={cx('statistic__change', percent > 0 ? 'statistic__change--up' : 'statistic__change--down')}>
      <Arrow size={14} strokeWidth={2.5} aria-hidden="true" />
      <span className="visually-hidden">{percent > 0 ? 'up' : 'down'} </span>
      {Math.abs(percent)} %
    </span>
  );
}
