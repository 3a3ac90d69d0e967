import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { FormError } from '@lantern/ui/form-error';
import { formatCents } from '@lantern/ui/format';
import { QuantityStepper } from '@lantern/ui/quantity-stepper';
import { TextField } from '@lantern/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { eurosText, parseEuros } from '../../lib/euros.ts';
import { newKey } from '../../lib/new-key.ts';
import { optionsText } from '../../lib/paths.ts';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { CustomerNote } from './end-dialog.tsx';
import './dialogs.css';
import { type AdminOrder, useOrderChange } from './use-admin-order.ts';

/** Gives a part of the money back, and pieces to the shelf. Each opening of it is one refund, however often it is sent. */
export function RefundDialog({ order, onClose }: { order: AdminOrder; onClose: () => void }) {
  const { number, items, refundableCents } = order;
  const [idempotencyKey] = useState(newKey);
  const [amount, setAmount] = useState('');
  const [asked, setAsked] = useState(false);
  const [back, setBack] = useState<Record<number, number>>({});
  const [note, setNote] = useState('');

  const change = useOrderChange('The money is on its way back.');
  const refund = useMutation(
    useTRPC().admin.orders.refund.mutationOptions({
      onSuccess(refunded) {
        change.onSuccess(refunded);
        onClose();
      },
      onSettled: change.onSettled,
    }),
  );

  const cents = parseEuros(amount);
  const problem = amountProblem(cents, refundableCents);

  function send() {
    setAsked(true);
    if (cents === null || problem) return;
    const restock = Object.entries(back)
      .filter(([, quantity]) => quantity > 0)
      .map(([itemId, quantity]) => ({ itemId: Number(itemId), quantity }));
    refund.mutate({ number, amountCents: cents, restock, note: note.trim() || undefined, idempotencyKey });
  }

  return (
    <ConfirmDialog
      open
      title="Refund a part"
      text={`${formatCents(refundableCents)} can go back to the customer's card. A refund cannot be undone.`}
      confirmLabel={cents === null || problem ? 'Refund' : `Refund ${formatCents(cents)}`}
      danger
      loading={refund.isPending}
      onConfirm={send}
      onCancel={onClose}
    >
      <div className="order-dialog">
        <FormError>{refund.error && messageOf(refund.error)}</FormError>
        <TextField
          label="Amount in euros"
          inputMode="decimal"
          autoComplete="off"
          placeholder={eurosText(refundableCents)}
          value={amount}
          error={asked ? problem : undefined}
          onChange={(event) => setAmount(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && send()}
        />
        <fieldset className="order-dialog__restock">
          <legend>Back into stock</legend>
          {items.map(({ id, name, options, quantity, restockedQuantity }) => (
            <div key={id} className="order-dialog__item">
              <span>
                {name} <span className="muted">{optionsText(options)}</span>
              </span>
              <QuantityStepper
                size="small"
                label={`Pieces of ${name} back into stock`}
                min={0}
                max={quantity - restockedQuantity}
                value={back[id] ?? 0}
                onChange={(pieces) => setBack({ ...back, [id]: pieces })}
              />
            </div>
          ))}
        </fieldset>
        <CustomerNote value={note} onChange={setNote} />
      </div>
    </ConfirmDialog>
  );
}

function amountProblem(cents: number | null, most: number): string | undefined {
  if (cents === null || cents <= 0) return 'Enter an amount, such as 12.50.';
  if (cents > most) return `At most ${formatCents(most)} can go back.`;
}
