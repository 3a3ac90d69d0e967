import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../lib/trpc.ts';
import { cartScope, useStoreCart } from './use-add-to-cart.ts';

/** Puts a coupon on the cart. */
export function useApplyCoupon() {
  const onSuccess = useStoreCart();
  return useMutation(useTRPC().cart.applyCoupon.mutationOptions({ scope: cartScope, onSuccess }));
}

/** Takes the coupon off the cart. */
export function useRemoveCoupon() {
  const onSuccess = useStoreCart();
  return useMutation(useTRPC().cart.removeCoupon.mutationOptions({ scope: cartScope, onSuccess }));
}
