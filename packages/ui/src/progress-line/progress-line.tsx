import { Progress } from 'semantic-ui-react';
import './progress-line.css';

interface ProgressLineProps {
  value: number;
  /** 0 counts as reached. */
  max: number;
  /** What it measures, for those who do not see it. */
  label: string;
}

/** A thin line that fills. */
export function ProgressLine({ value, max, label }: ProgressLineProps) {
  const share = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 1;
  const percent = Math.round(share * 100);
  return (
    <Progress
      percent={share * 100}
      className="progress-line"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    />
  );
}
