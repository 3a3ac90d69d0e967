import './progress-line.css';

interface ProgressLineProps {
  value: number;
  max: number;
  /** What it measures, for those who do not see it. */
  label: string;
}

/** A thin line that fills. */
export function ProgressLine({ value, max, label }: ProgressLineProps) {
  const share = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 1;
  return (
    <div
      className="progress-line"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <div className="progress-line__fill" style={{ transform: `scaleX(${share})` }} />
    </div>
  );
}
