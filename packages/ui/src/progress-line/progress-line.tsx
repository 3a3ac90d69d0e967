import './progress-line.css';

interface ProgressLineProps {
  value: number;
  /** 0 counts as reached. */
  max: number;
  /** What it measures, for those who do not see it. */
  label: string;
}

/** A thin line that fills. Drawn, because a page from the server must have no style of its own to say how far. */
export function ProgressLine({ value, max, label }: ProgressLineProps) {
  const share = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 1;
  return (
    <svg
      className="progress-line"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <rect className="progress-line__filled" width={`${share * 100}%`} height="100%" />
    </svg>
  );
}
