import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../button/button.tsx';
import { cx } from '../cx/cx.tsx';
import './checkout-step.css';

interface CheckoutStepProps {
  number: number;
  title: string;
  state: 'todo' | 'now' | 'done';
  /** What was entered, in one line, shown when the step is completed. */
  summary?: ReactNode;
  /** Opens a finished step again. */
  onChange?: () => void;
  /** The form, shown while the step is current. */
  children?: ReactNode;
}

/** One step of the checkout: only the current one is open, a completed one collapses to a line. */
export function CheckoutStep(props: CheckoutStepProps) {
  const { number, title, state, summary, onChange, children } = props;
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOn = useRef(state === 'now');

  useEffect(() => {
    const opened = state === 'now' && !wasOn.current;
    wasOn.current = state === 'now';
    // The form that had the focus is gone. A form that focused one of its fields keeps the focus.
    if (opened && !section.current?.contains(document.activeElement)) heading.current?.focus();
  }, [state]);

  return (
    <section
      ref={section}
      className={cx('checkout-step', `checkout-step--${state}`)}
      aria-labelledby={id}
      aria-current={state === 'now' ? 'step' : undefined}
    >
      <div className="checkout-step__head">
        <span className="checkout-step__dot num" aria-hidden="true">
          {state === 'done' ? <Check size="1rem" strokeWidth={3} /> : number}
        </span>
        <h2 className="checkout-step__title" id={id} ref={heading} tabIndex={-1}>
          {title}
          {state === 'done' && <span className="visually-hidden"> {t`(done)`}</span>}
        </h2>
        {state === 'done' && onChange && (
          <Button variant="plain-link" className="checkout-step__change" onClick={onChange}>
            <Trans>
              Change<span className="visually-hidden"> {title}</span>
            </Trans>
          </Button>
        )}
      </div>
      {state === 'done' && summary && <div className="checkout-step__summary">{summary}</div>}
      {state === 'now' && <div className="checkout-step__body">{children}</div>}
    </section>
  );
}
