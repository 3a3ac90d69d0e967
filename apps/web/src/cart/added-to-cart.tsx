import { t } from '@lingui/core/macro';
import { lazy, Suspense } from 'react';
import type { CartDrawerProps } from './cart-drawer.tsx';

const CartDrawer = lazy(() =>
  import('./cart-drawer.tsx').then(
    (module) => ({ default: module.CartDrawer }),
    () => ({ default: AddedNote }),
  ),
);

/** The cart's drawer. Its code comes when this is first rendered: while the server answers to the press that opens it. */
export function AddedToCart(props: CartDrawerProps) {
  return (
    <Suspense fallback={null}>
      <CartDrawer {...props} />
    </Suspense>
  );
}

/** If its code cannot be had, on a broken line or after an update, the press is answered nevertheless. */
function AddedNote({ added }: CartDrawerProps) {
  return <p role="status">{added !== null && t`It is in your cart.`}</p>;
}
