import { type KeyboardEvent, useEffect, useState } from 'react';

interface ActiveOption<Item> {
  items: Item[];
  /** Whether others are to be expected for what is typed. */
  loading: boolean;
  onPick: (item: Item) => void;
}

/**
 * Which option of a combobox is active, and its keys. It is the first one until an arrow key is pressed, so that Enter
 * goes to the best match: pressed while that is still being looked for, Enter waits for it.
 */
export function useActiveOption<Item extends { key: string }>({ items, loading, onPick }: ActiveOption<Item>) {
  // By its key: the list may change while one is choosing, and the same option stays marked.
  const [marked, setMarked] = useState<string | null>(null);
  const [entered, setEntered] = useState(false);
  const active = Math.max(
    0,
    items.findIndex(({ key }) => key === marked),
  );
  const chosen = items[active];

  useEffect(() => {
    if (!entered || loading) return;
    setEntered(false);
    if (chosen) onPick(chosen);
  }, [entered, loading, chosen, onPick]);

  /** For what is typed anew. */
  function reset() {
    setMarked(null);
    setEntered(false);
  }

  function mark(position: number) {
    setMarked(items[(position + items.length) % items.length]?.key ?? null);
  }

  function onKeyDown(event: KeyboardEvent) {
    // While a character is composed, Enter and the arrows belong to the input method.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') mark(active + 1);
    else if (event.key === 'ArrowUp') mark(active - 1);
    else if (event.key === 'Enter') {
      if (loading && marked === null) setEntered(true);
      else if (chosen) onPick(chosen);
    } else return;
    event.preventDefault();
  }

  return { active, reset, onKeyDown };
}
