import './progress-steps.css';

/** Where something stands that takes a while: `current` counts from 0. */
export function ProgressSteps({ steps, current }: { steps: readonly string[]; current: number }) {
  return (
    <ol className="progress-steps" role="status" aria-live="polite">
      {steps.map((text, index) => (
        <li key={text} className={index < current ? 'is-done' : index === current ? 'is-now' : undefined}>
          {text}
        </li>
      ))}
    </ol>
  );
}
