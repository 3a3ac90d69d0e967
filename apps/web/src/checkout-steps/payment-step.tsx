import { Button } from '@lantern/ui/button';
import { Form, FormActions } from '@lantern/ui/form';
import { t } from '@lingui/core/macro';
import { CreditCard } from 'lucide-react';
import { type FormEvent, useEffect } from 'react';
import { CardFields, type CardForm } from '../card/card-fields.tsx';
import { TestCardList } from '../card/test-card-list.tsx';
import { type Card, noCard, tokenize } from '../card/test-cards.ts';
import { DeliveryChoice, type DeliveryChoiceProps } from './delivery-choice.tsx';
import type { Notice } from './steps.ts';
import './payment-step.css';

interface PaymentStepProps {
  form: CardForm;
  delivery: DeliveryChoiceProps;
  /** Nothing is to be paid: no card is asked for. */
  isFree: boolean;
  notice: Notice | null;
  onDone: (card: Card) => void;
}

export function PaymentStep({ form, delivery, isFree, notice, onDone }: PaymentStepProps) {
  const { field, handleSubmit, setFocus, reset, watch } = form;
  const declined = notice?.kind === 'declined' ? notice : null;
  const isNowhere = delivery.methods?.length === 0;
  const typed = watch('number');
  // The bank's message is about one card, and goes when its number is changed.
  const applies = declined && (typed === '' || tokenize(typed)?.last4 === declined.last4);

  useEffect(() => {
    if (declined) setFocus('number');
  }, [declined, setFocus]);

  function continueWithout(event: FormEvent) {
    event.preventDefault();
    onDone(noCard);
  }

  if (isFree) {
    return (
      <Form label={t`Payment`} onSubmit={continueWithout}>
        <DeliveryChoice {...delivery} />
        <p className="payment-step__again">{t`There is nothing to pay, so we need no card.`}</p>
        <Review disabled={isNowhere} />
      </Form>
    );
  }
  return (
    <Form
      label={t`Payment`}
      onSubmit={handleSubmit(({ number }) => {
        const card = tokenize(number);
        if (card) onDone(card);
      })}
    >
      <DeliveryChoice {...delivery} />
      {notice?.kind === 'card_again' && (
        <p className="payment-step__again" role="status">
          {t`Please enter your card again: for your safety we never keep it.`}
        </p>
      )}
      <fieldset className="payment-step__card">
        <legend className="visually-hidden">{t`Card`}</legend>
        <div className="payment-step__method" aria-hidden="true">
          <CreditCard size="1.25rem" />
          {t`Card`}
        </div>
        <CardFields field={field} declined={applies ? declined.text : undefined} />
      </fieldset>
      <TestCardList onPick={(card) => reset(card)} />
      <Review disabled={isNowhere} />
    </Form>
  );
}

function Review({ disabled }: { disabled: boolean }) {
  return (
    <FormActions>
      <Button variant="primary" type="submit" disabled={disabled}>
        {t`Review order`}
      </Button>
    </FormActions>
  );
}
