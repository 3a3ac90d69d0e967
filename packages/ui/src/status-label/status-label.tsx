import { Label } from 'semantic-ui-react';
import { cx } from '../cx/cx.tsx';
import './status-label.css';

/** How a status is meant: still waiting, all is well, on its way, gone wrong, or over. */
export type StatusTone = 'waiting' | 'good' | 'moving' | 'bad' | 'neutral';

interface StatusLabelProps {
  tone: StatusTone;
  /** The status in words: the colour is never the only sign. */
  children: string;
}

/** A status as a word and a colour. */
export function StatusLabel({ tone, children }: StatusLabelProps) {
  return (
    <Label as="span" className={cx('status-label', `status-label--${tone}`)}>
      {children}
    </Label>
  );
}
