import type { ReactNode } from 'react';
import { Label } from 'semantic-ui-react';
import { cx } from '../cx/cx.tsx';
import './tag.css';

interface TagProps {
  children: ReactNode;
  tone?: 'plain' | 'good' | 'warn' | 'bad';
}

/** A small word in a box: a kind, a role, a status. */
export function Tag({ children, tone = 'plain' }: TagProps) {
  return (
    <Label as="span" className={cx('tag', `tag--${tone}`)}>
      {children}
    </Label>
  );
}
