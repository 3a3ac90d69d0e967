import { type KeyboardEvent, useRef } from 'react';
import type { WordName } from './word-names.ts';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/**
 * Inserts placeholders where somebody typed or clicked last. The `caret` belongs to every field that takes them, the
 * `box` is around these; `change` gets the field's new value.
 */
export function usePlaceholders(fields: readonly WordName[], change: (field: WordName, value: string) => void) {
  const last = useRef<TextControl | null>(null);
  const box = useRef<HTMLDivElement>(null);

  function insert(name: string) {
    // Before anything is typed, the text.
    const control = last.current ?? box.current?.querySelector('textarea');
    const field = fields.find((one) => one === control?.name);
    if (!control || !field) return;
    control.setRangeText(`{${name}}`, control.selectionStart ?? 0, control.selectionEnd ?? 0, 'end');
    change(field, control.value);
    control.focus();
  }

  function note({ currentTarget }: { currentTarget: TextControl }) {
    last.current = currentTarget;
  }

  const caret = {
    onClick: note,
    onInput: note,
    onKeyDown({ currentTarget, key }: KeyboardEvent<TextControl>) {
      // On the way to the placeholders one passes other fields.
      if (key !== 'Tab' && key !== 'Shift') note({ currentTarget });
    },
  };
  return { insert, box, caret };
}
