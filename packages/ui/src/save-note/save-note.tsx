import { msg, t } from '@lingui/core/macro';
import { Check } from 'lucide-react';
import { cx } from '../cx/cx.tsx';
import './save-note.css';

interface SaveNoteProps {
  state: 'idle' | 'saving' | 'saved' | 'error';
  /** Instead of the usual words. */
  text?: string;
}

const usual = { saving: msg`Saving…`, saved: msg`Saved`, error: msg`Not saved` };

/** How saving went, in a word beside the button. It keeps its space while it is empty. */
export function SaveNote({ state, text }: SaveNoteProps) {
  return (
    <span className={cx('save-note', `save-note--${state}`)} role="status">
      {state === 'saved' && <Check size="1.0625rem" strokeWidth={2.5} aria-hidden="true" />}
      {state !== 'idle' && (text ?? t(usual[state]))}
    </span>
  );
}
