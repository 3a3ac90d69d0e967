import type { AnchorProps } from '@lantern/ui/anchor';
import type { MouseEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { canMove } from '../lib/can-move.ts';
import { isPartAwaited } from '../lib/late-part.tsx';
import { PRODUCTS } from '../lib/paths.ts';

/**
 * A product's page grows out of its card where it can. Elsewhere it is rendered in one go: React would do so in pieces, with
 * frames between them that show nothing new.
 */
export function RouterAnchor({ href, ...rest }: AnchorProps) {
  const navigate = useNavigate();
  const isProduct = href.startsWith(PRODUCTS);
  const open = (event: MouseEvent) => {
    // The router says that it grows to all of the page at once.
    const canGrow = canMove && !isPartAwaited();
    // With a key, it is for another tab or window, or to be saved.
    if (canGrow || !isProduct || event.metaKey || event.altKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate(href, { flushSync: true });
  };
  return <Link to={href} viewTransition={canMove && isProduct} onClick={open} {...rest} />;
}
