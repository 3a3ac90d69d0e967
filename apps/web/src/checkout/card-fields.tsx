import { FormRow } from '@lantern/ui/form';
import { TextField } from '@lantern/ui/text-field';
import type { ChangeEvent } from 'react';
import { formatCardNumber, formatExpiry } from './card.ts';
import type { CardForm } from './use-card-form.ts';

interface CardFieldsProps {
  field: CardForm['field'];
  /** What the bank has said to the number that is still there. */
  declined: string | undefined;
}

/** Number, expiry and code, grouped while they are typed as they stand on the card. */
export function CardFields({ field, declined }: CardFieldsProps) {
  const number = field('number');
  const expiry = field('expiry');
  return (
    <>
      <TextField
        label="Card number"
        inputMode="numeric"
        autoComplete="cc-number"
        placeholder="1234 1234 1234 1234"
        {...number}
        error={number.error ?? declined}
        onChange={(event) => number.onChange(written(event, formatCardNumber))}
      />
      <FormRow tight>
        <TextField
          label="Expires"
          inputMode="numeric"
          autoComplete="cc-exp"
          placeholder="MM / YY"
          {...expiry}
          onChange={(event) => expiry.onChange(written(event, formatExpiry))}
        />
        <TextField
          label="Security code"
          inputMode="numeric"
          autoComplete="cc-csc"
          placeholder="3 digits"
          maxLength={4}
          {...field('cvc')}
        />
      </FormRow>
    </>
  );
}

/** Writes the text anew, but not under the hands of somebody who corrects its middle. */
function written(event: ChangeEvent<HTMLInputElement>, format: (text: string) => string) {
  const { target } = event;
  if (target.selectionStart === target.value.length) target.value = format(target.value);
  return event;
}
