import { Check } from 'lucide-react';
import { cx } from '../cx/cx.tsx';
import './progress-steps.css';

interface ProgressStepsProps {
  /** "Reserving your items", "Asking your bank", "Done". */
  steps: string[];
  /** Which one is on now, from 0; `steps.length` when all are done. */
  current: number;
}

/** The progress of something that takes a moment, step by step. */
export function ProgressSteps({ steps, current }: ProgressStepsProps) {
  return (
    <div role="status">
      {/* Only the step that is on is read out; the list is for the eye. */}
      <span className="visually-hidden">{steps[Math.min(current, steps.length - 1)]}</span>
      <ol className="progress-steps__list" aria-hidden="true">
        {steps.map((label, index) => {
          const state = index < current ? 'done' : index === current ? 'now' : 'todo';
          return (
            <li key={label} className={cx('progress-steps__step', `progress-steps__step--${state}`)}>
              <span className="progress-steps__dot">{state === 'done' && <Check size={15} strokeWidth={3} />}</span>
              {label}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
