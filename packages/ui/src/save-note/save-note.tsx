import { Check } from 'lucide-react';
import { cx } from '../cx/cx.tsx';
import './save-note.css';

interface SaveNoteProps {
  state: 'idle' | 'saving' | 'saved' | 'error';
  /** Instead of the usual words. */
  text?: string;
}

const usual = { idle: '', saving: 'Saving…', saved: 'Saved', error: 'Not saved' };

/** A quiet word beside a save button on how it went. Its place is kept while it is silent. */
export function SaveNote({ state, text }: SaveNoteProps) {
  return (
    <span className={cx('save-note', `save-note--${state}`)} role="status">
      {state === 'saved' && <Check size={17} strokeWidth={2.5} aria-hidden="true" />}
      {state !== 'idle' && (text ?? usual[state])}
    </span>
  );
}
