import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import './checkout-step.css';

interface CheckoutStepProps {
  number: number;
  title: string;
  state: 'todo' | 'now' | 'done';
  /** One line that stands for a finished step. */
  summary?: string;
  onChange?: () => void;
  children: ReactNode;
}

/** A step of a linear flow: open while it is its turn, one line with "Change" when it is done. */
export function CheckoutStep({ number, title, state, summary, onChange, children }: CheckoutStepProps) {
  return (
    <section className={`checkout-step checkout-step--${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <header>
        <span className="checkout-step__dot" aria-hidden="true">
          {state === 'done' ? '✓' : number}
        </span>
        <h2>{title}</h2>
        {state === 'done' && onChange && (
          <Button variant="link" onClick={onChange}>
            Change <span className="visually-hidden">{title}</span>
          </Button>
        )}
      </header>
      {state === 'done' && summary && <p className="checkout-step__body muted">{summary}</p>}
      {state === 'now' && <div className="checkout-step__body">{children}</div>}
    </section>
  );
}
