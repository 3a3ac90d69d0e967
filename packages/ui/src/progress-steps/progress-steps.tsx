import { Check } from 'lucide-react';
import { Step } from 'semantic-ui-react';
import './progress-steps.css';

interface ProgressStepsProps {
  /** "Reserving your items", "Asking your bank", "Done". */
  steps: string[];
  /** The current one, from 0; `steps.length` when all are done. */
  current: number;
}

/** The progress of something that takes a moment, step by step. */
export function ProgressSteps({ steps, current }: ProgressStepsProps) {
  return (
    <div role="status">
      {/* Only the current step is announced; the list is visual. */}
      <span className="visually-hidden">{steps[Math.min(current, steps.length - 1)]}</span>
      <Step.Group as="ol" vertical className="progress-steps" aria-hidden="true">
        {steps.map((label, index) => (
          <Step
            as="li"
            key={label}
            active={index === current}
            completed={index < current}
            className="progress-steps__step"
          >
            <span className="progress-steps__dot">{index < current && <Check size="0.9375rem" strokeWidth={3} />}</span>
            <Step.Title>{label}</Step.Title>
          </Step>
        ))}
      </Step.Group>
    </div>
  );
}
