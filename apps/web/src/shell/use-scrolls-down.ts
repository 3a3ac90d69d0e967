import { useEffect, useState } from 'react';

/** Less is a finger that rests, or the page that settles. */
const NOTICED_PX = 8;
/** At the top of a page there is room for everything. */
const TOP_PX = 160;

/** Whether the page was scrolled downwards last, and is not at its top. */
export function useScrollsDown(): boolean {
  const [isDown, setDown] = useState(false);
  useEffect(() => {
    let last = window.scrollY;
    function onScroll() {
      const { scrollY } = window;
      if (Math.abs(scrollY - last) < NOTICED_PX) return;
      setDown(scrollY > last && scrollY > TOP_PX);
      last = scrollY;
    }
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => window.removeEventListener('scroll', onScroll);
  }, []);
  return isDown;
}
