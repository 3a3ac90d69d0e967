import type { KeyboardEvent } from 'react';
import { onGridKey } from './grid-keys.ts';

interface SheetKeys {
  /** Enter: what is typed is saved. */
  onSave: () => void;
  /** Esc: what is typed is taken back. */
  onTakeBack: () => void;
}

/**
 * Keyboard control for a cell of a sheet, on top of a grid's. As long as all of its text is selected, typing replaces
 * it, and Left and Right move to the cells beside it; F2 puts the cursor behind the text instead.
 */
export function onSheetKey(event: KeyboardEvent<HTMLInputElement>, { onSave, onTakeBack }: SheetKeys): void {
  const { currentTarget: field, key, nativeEvent } = event;
  if (nativeEvent.isComposing) return;
  if (key === 'Escape') {
    onTakeBack();
    requestAnimationFrame(() => field.select());
  } else if (key === 'F2') {
    field.setSelectionRange(field.value.length, field.value.length);
  } else if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const isAll = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    if (!isAll || event.shiftKey) return;
    event.preventDefault();
    const cells = [...(field.closest('tr')?.querySelectorAll<HTMLInputElement>('[data-column]') ?? [])];
    const beside = cells[cells.indexOf(field) + (key === 'ArrowLeft' ? -1 : 1)];
    beside?.focus();
    beside?.select();
  } else {
    if (key === 'Enter') onSave();
    onGridKey(event, { onBeyondEnd: () => field.select() });
  }
}
