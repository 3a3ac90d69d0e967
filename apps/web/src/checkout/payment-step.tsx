import { formatCents } from '@lantern/text/euros';
import { Button } from '@lantern/ui/button';
import { Form, FormActions } from '@lantern/ui/form';
import { CreditCard, Truck } from 'lucide-react';
import { type FormEvent, useEffect } from 'react';
import { type Card, noCard, tokenize } from '../orders/test-cards.ts';
import { CardFields, type CardForm } from './card-fields.tsx';
import type { Notice } from './steps.ts';
import { TestCardList } from './test-card-list.tsx';
import './payment-step.css';

interface PaymentStepProps {
  form: CardForm;
  shippingCents: number;
  /** Nothing is to be paid: no card is asked for. */
  isFree: boolean;
  notice: Notice | null;
  onDone: (card: Card) => void;
}

export function PaymentStep({ form, shippingCents, isFree, notice, onDone }: PaymentStepProps) {
  const { field, handleSubmit, setFocus, reset, watch } = form;
  const declined = notice?.kind === 'declined' ? notice : null;
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
      <Form label="Payment" onSubmit={continueWithout}>
        <DeliveryLine shippingCents={shippingCents} />
        <p className="payment-step__again">There is nothing to pay, so we need no card.</p>
        <Review />
      </Form>
    );
  }
  return (
    <Form
      label="Payment"
      onSubmit={handleSubmit(({ number }) => {
        const card = tokenize(number);
        if (card) onDone(card);
      })}
    >
      <DeliveryLine shippingCents={shippingCents} />
      {notice?.kind === 'card_again' && (
        <p className="payment-step__again" role="status">
          Please enter your card again: for your safety we never keep it.
        </p>
      )}
      <fieldset className="payment-step__card">
        <legend className="visually-hidden">Card</legend>
        <div className="payment-step__method" aria-hidden="true">
          <CreditCard size={20} />
          Card
        </div>
        <CardFields field={field} declined={applies ? declined.text : undefined} />
      </fieldset>
      <TestCardList onPick={(card) => reset(card)} />
      <Review />
    </Form>
  );
}

function DeliveryLine({ shippingCents }: Pick<PaymentStepProps, 'shippingCents'>) {
  return (
    <p className="payment-step__delivery">
      <Truck size={20} aria-hidden="true" />
      <span>
        <b>Standard delivery</b>
        <span className="payment-step__time">2 to 4 working days</span>
      </span>
      <span className="num">{shippingCents === 0 ? 'Free' : formatCents(shippingCents)}</span>
    </p>
  );
}

function Review() {
  return (
    <FormActions>
      <Button variant="primary" type="submit">
        Review order
      </Button>
    </FormActions>
  );
}
