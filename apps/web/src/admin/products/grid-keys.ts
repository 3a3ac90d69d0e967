import type { KeyboardEvent } from 'react';

interface GridKeys {
  /** Alt and an arrow: moves the row up or down. Left out, rows stay where they are. */
  onMoveRow?: (row: number, step: -1 | 1) => void;
  /** Enter in the last row. */
  onBeyondEnd: () => void;
}

/**
 * Keyboard control for a grid of text fields: Up, Down and Enter move within the column, past rows without such a field;
 * Alt with Up or Down moves the row. Left and Right stay within the text.
 */
export function onGridKey(event: KeyboardEvent<HTMLElement>, { onMoveRow, onBeyondEnd }: GridKeys): void {
  const { target, key, altKey } = event;
  if (!(target instanceof HTMLInputElement) || (key !== 'ArrowUp' && key !== 'ArrowDown' && key !== 'Enter')) return;
  const { column } = target.dataset;
  const body = target.closest('tbody');
  if (column === undefined || !body) return;
  event.preventDefault();
  const inColumn = () => [...body.querySelectorAll<HTMLInputElement>(`[data-column="${CSS.escape(column)}"]`)];
  const fields = inColumn();
  const at = fields.indexOf(target);
  const step = key === 'ArrowUp' ? -1 : 1;
  if (key === 'Enter' && at === fields.length - 1) {
    onBeyondEnd();
    return;
  }
  if (altKey && key !== 'Enter') {
    if (!fields[at + step] || !onMoveRow) return;
    onMoveRow(at, step);
    // Moving it in the page has lost the focus.
    requestAnimationFrame(() => inColumn()[at + step]?.focus());
    return;
  }
  const next = fields[at + step];
  next?.focus();
  next?.select();
}
