import { useEffect, useState } from 'react';
import { noteViewed, recentlyViewed } from '../lib/recently-viewed.ts';

/** The slugs of the products that this browser opened before this one; none at first, since only the browser knows them. */
export function useOthersViewed(slug: string | undefined): string[] {
  const [others, setOthers] = useState<string[]>([]);
  useEffect(() => {
    if (slug === undefined) return;
    setOthers(recentlyViewed().filter((other) => other !== slug));
    noteViewed(slug);
  }, [slug]);
  return others;
}
