import { cx } from '@lantern/ui/cx';
import { FormError } from '@lantern/ui/form-error';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import './buy-bar.css';

interface BuyBarProps {
  /** What the button buys, shown beside it where it stands alone: the name, and the variant if there are several. */
  name: string;
  variant: string;
  /** Why it could not be bought. */
  error: string | null;
  /** The button. */
  children: ReactNode;
}

/**
 * The button that buys. On a phone it sticks to the bottom of the screen while its place on the page is out of sight: the
 * same button, so that there is only one for the keyboard and for screen readers.
 */
export function BuyBar({ name, variant, error, children }: BuyBarProps) {
  const place = useRef<HTMLDivElement>(null);
  const isStuck = useOutOfSight(place);
  return (
    <div ref={place} className={cx('buy-bar', isStuck && 'buy-bar--stuck')}>
      <div className="buy-bar__inside">
        {/* The page says both already. */}
        <p className="buy-bar__what" aria-hidden="true">
          <b>{name}</b>
          <span>{variant}</span>
        </p>
        {children}
        <FormError>{error}</FormError>
      </div>
    </div>
  );
}

/** The header and the bar itself cover these parts of the screen. */
const COVERED = '-60px 0px -72px';

function useOutOfSight(element: RefObject<HTMLElement>): boolean {
  const [isOutOfSight, setOutOfSight] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const watcher = new IntersectionObserver((entries) => setOutOfSight(entries.at(-1)?.isIntersecting === false), {
      rootMargin: COVERED,
    });
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, [element]);
  return isOutOfSight;
}
