import { t } from '@lingui/core/macro';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Statistic as SuiStatistic } from 'semantic-ui-react';
import { cx } from '../cx/cx.tsx';
import './statistic.css';

/** In whole per cent; null if there was nothing before. */
type Percent = number | null;

interface StatisticProps {
  label: string;
  value: string;
  /** The value of the previous period, and which period that is. */
  before?: { label: string; value: string; changePercent: Percent };
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

function Change({ percent }: { percent: Percent }) {
  // From 0 there is no percentage.
  if (percent === null) return <span className="statistic__change statistic__change--up">{t`New`}</span>;
  if (percent === 0) return <span className="statistic__change">{t`No change`}</span>;
  const Arrow = percent > 0 ? ArrowUp : ArrowDown;
  return (
    <span className={cx('statistic__change', percent > 0 ? 'statistic__change--up' : 'statistic__change--down')}>
      <Arrow size="0.875rem" strokeWidth={2.5} aria-hidden="true" />
      <span className="visually-hidden">
        {percent > 0 ? t({ message: 'up', context: 'change' }) : t({ message: 'down', context: 'change' })}{' '}
      </span>
      {Math.abs(percent)} %
    </span>
  );
}
