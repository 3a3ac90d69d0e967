import { useShopForm } from '../lib/use-shop-form.ts';
import { cardSchema } from './card.ts';

/** The card form. It lives as long as the checkout, so that going back and forth wipes nothing. */
export function useCardForm() {
  return useShopForm(cardSchema, { number: '', expiry: '', cvc: '' });
}

export type CardForm = ReturnType<typeof useCardForm>;
