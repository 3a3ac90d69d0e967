import { useState } from 'react';

/** Which products show their variants, by their ids. */
export function useUnfolded() {
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());

  function toggle(id: number) {
    const next = new Set(unfolded);
    if (!next.delete(id)) next.add(id);
    setUnfolded(next);
  }

  return { unfolded, toggle };
}
