import { useSchemaForm } from '../lib/use-schema-form.ts';
import { cardSchema } from './card.ts';

/** The card form. It lives as long as the checkout, so that going back and forth keeps what was typed. */
export function useCardForm() {
  return useSchemaForm(cardSchema, { number: '', expiry: '', cvc: '' });
}

export type CardForm = ReturnType<typeof useCardForm>;
