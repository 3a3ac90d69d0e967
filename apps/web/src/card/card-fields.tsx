import { FormRow } from '@lantern/ui/form';
import { TextField } from '@lantern/ui/text-field';
import { t } from '@lingui/core/macro';
import type { ChangeEvent } from 'react';
import { useSchemaForm } from '../lib/use-schema-form.ts';
import { cardSchema, formatCardNumber, formatExpiry } from './card.ts';

/** The card form. It lives as long as the checkout, so that going back and forth keeps what was typed. */
export function useCardForm() {
  return useSchemaForm(cardSchema, { number: '', expiry: '', cvc: '' });
}

export type CardForm = ReturnType<typeof useCardForm>;

interface CardFieldsProps {
  field: CardForm['field'];
  /** The bank's message about the number still in the field. */
  declined: string | undefined;
}

/** Number, expiry date and security code, formatted while typing as on the card. */
export function CardFields({ field, declined }: CardFieldsProps) {
  const number = field('number');
  const expiry = field('expiry');
  return (
    <>
      <TextField
        label={t`Card number`}
        inputMode="numeric"
        autoComplete="cc-number"
        placeholder="1234 1234 1234 1234"
        {...number}
        error={number.error ?? declined}
        onChange={(event) => number.onChange(written(event, formatCardNumber))}
      />
      <FormRow tight>
        <TextField
          label={t`Expires`}
          inputMode="numeric"
          autoComplete="cc-exp"
          placeholder={t`MM / YY`}
          {...expiry}
          onChange={(event) => expiry.onChange(written(event, formatExpiry))}
        />
        <TextField
          label={t`Security code`}
          inputMode="numeric"
          autoComplete="cc-csc"
          placeholder={t`3 digits`}
          maxLength={4}
          {...field('cvc')}
        />
      </FormRow>
    </>
  );
}

/** Formats the text, except while its middle is being edited. */
function written(event: ChangeEvent<HTMLInputElement>, format: (text: string) => string) {
  const { target } = event;
  if (target.selectionStart === target.value.length) target.value = format(target.value);
  return event;
}
