import { ArrowDown, ArrowUp } from 'lucide-react';
import { cx } from '../cx/cx.tsx';
import './figure.css';

interface FigureProps {
  label: string;
  value: string;
  /** The same a period before, and which that is; without it nothing is compared. */
  before?: { label: string; value: string; changePercent: number | null };
}

/** One number that tells how things go, and how it was before. */
export function Figure({ label, value, before }: FigureProps) {
  return (
    <div className="figure">
      <dt className="figure__label">{label}</dt>
      <dd className="figure__value num">{value}</dd>
      {before && (
        <dd className="figure__before num">
          <Change percent={before.changePercent} />
          <span>
            {before.label}: {before.value}
          </span>
        </dd>
      )}
    </div>
  );
}

/** Out of nothing no percentage grows. */
function Change({ percent }: { percent: number | null }) {
  if (percent === null || percent === 0) return null;
  const Arrow = percent > 0 ? ArrowUp : ArrowDown;
  return (
    <span className={cx('figure__change', percent > 0 ? 'figure__change--up' : 'figure__change--down')}>
      <Arrow size={14} strokeWidth={2.5} aria-hidden="true" />
      <span className="unseen">{percent > 0 ? 'up' : 'down'} </span>
      {Math.abs(percent)} %
    </span>
  );
}
