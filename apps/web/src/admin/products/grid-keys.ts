import type { KeyboardEvent } from 'react';

interface GridKeys {
  /** Alt and an arrow: moves the row up or down. */
  onMoveRow: (row: number, step: -1 | 1) => void;
  /** Enter in the last row. */
  onBeyondEnd: () => void;
}

/**
 * Keyboard control for a grid of text fields: Up, Down and Enter move within the column, Alt with Up or Down moves the
 * row. Left and Right stay within the text.
 */
export function onGridKey(event: KeyboardEvent<HTMLElement>, { onMoveRow, onBeyondEnd }: GridKeys): void {
  const { target, key, altKey } = event;
  if (!(target instanceof HTMLInputElement) || (key !== 'ArrowUp' && key !== 'ArrowDown' && key !== 'Enter')) return;
  const { column } = target.dataset;
  const row = target.closest('tr');
  const body = row?.parentElement;
  if (column === undefined || !row || !body) return;
  event.preventDefault();
  const rows = [...body.children];
  const at = rows.indexOf(row);
  const step = key === 'ArrowUp' ? -1 : 1;
  if (key === 'Enter' && at === rows.length - 1) {
    onBeyondEnd();
    return;
  }
  const inColumn = (place: number) =>
    body.children[place]?.querySelector<HTMLInputElement>(`[data-column="${CSS.escape(column)}"]`);
  if (altKey && key !== 'Enter') {
    if (!rows[at + step]) return;
    onMoveRow(at, step);
    // Moving it in the page has lost the focus.
    requestAnimationFrame(() => inColumn(at + step)?.focus());
    return;
  }
  const next = inColumn(at + step);
  next?.focus();
  next?.select();
}
