import { parseCents } from '@lantern/text/money';
import { Button } from '@lantern/ui/button';
import { Checkbox } from '@lantern/ui/checkbox';
import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { FormError } from '@lantern/ui/form-error';
import { currencySign, formatCents } from '@lantern/ui/format';
import { TextField } from '@lantern/ui/text-field';
import { t } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { nanoid } from 'nanoid';
import { useState } from 'react';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { CustomerNote, noteProblem } from './close-order-dialog.tsx';
import { refundFor } from './refund-amount.ts';
import { RefundItems } from './refund-items.tsx';
import { type AdminOrder, useOrderChange } from './use-admin-order.ts';
import './order-dialog.css';
import { amountText } from '../fields/amount-text.ts';

/** Refunds part of an order and restocks items. Each opening of the dialog is one refund, however often it is sent. */
export function RefundDialog({ order, onClose }: { order: AdminOrder; onClose: () => void }) {
  const { number, shippingCents, refundableCents } = order;
  const [idempotencyKey] = useState(() => nanoid());
  // Null while the amount follows the items.
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [quantities, setQuantities] = useState<Record<number, number>>({});
  const [delivery, setDelivery] = useState(false);
  const [restock, setRestock] = useState(true);
  const [note, setNote] = useState('');

  const reckoned = refundFor(order, { quantities, delivery });
  const amount = typed ?? (reckoned > 0 ? amountText(reckoned) : '');
  const cents = parseCents(amount);
  const problem = amountProblem(cents, refundableCents);
  const change = useOrderChange(t`Refund of ${{ amount: formatCents(cents ?? 0) }} started`);
  const refund = useMutation(
    useTRPC().admin.orders.refund.mutationOptions({
      onSuccess(refunded) {
        change.onSuccess(refunded);
        onClose();
      },
      onSettled: change.onSettled,
    }),
  );
  const edited = typed !== null && cents !== reckoned && reckoned > 0;

  function send() {
    setAsked(true);
    if (cents === null || problem || noteProblem(note)) return;
    const back = Object.entries(restock ? quantities : {})
      .filter(([, quantity]) => quantity > 0)
      .map(([itemId, quantity]) => ({ itemId: Number(itemId), quantity }));
    refund.mutate({ number, amountCents: cents, restock: back, note: note.trim() || undefined, idempotencyKey });
  }

  return (
    <ConfirmDialog
      open
      title={t`Partial refund`}
      text={t`Up to ${{ amount: formatCents(refundableCents) }} can be refunded to the customer's card. A refund cannot be undone.`}
      confirmLabel={cents === null || problem ? t`Refund` : t`Refund ${{ amount: formatCents(cents) }}`}
      danger
      loading={refund.isPending}
      onConfirm={send}
      onCancel={onClose}
    >
      <div className="order-dialog">
        <FormError>{refund.error && messageOf(refund.error)}</FormError>
        <RefundItems items={order.items} quantities={quantities} onChange={setQuantities} />
        <div className="order-dialog__checks">
          <Checkbox
            label={t`Put these items back in stock`}
            checked={restock}
            onChange={(event) => setRestock(event.target.checked)}
          />
          {shippingCents > 0 && (
            <Checkbox
              label={t`Refund the delivery, ${{ amount: formatCents(shippingCents) }}`}
              checked={delivery}
              onChange={(event) => setDelivery(event.target.checked)}
            />
          )}
        </div>
        <TextField
          label={t`Amount, ${{ sign: currencySign() }}`}
          inputMode="decimal"
          autoComplete="off"
          placeholder={t`0.00`}
          value={amount}
          error={asked ? problem : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && send()}
        />
        {edited && (
          <div>
            <Button variant="plain-link" size="small" onClick={() => setTyped(null)}>
              {t`Use ${{ amount: formatCents(reckoned) }}, the total of the items above`}
            </Button>
          </div>
        )}
        <CustomerNote value={note} onChange={setNote} />
      </div>
    </ConfirmDialog>
  );
}

function amountProblem(cents: number | null, most: number): string | undefined {
  if (cents === null || cents <= 0) return t`Enter an amount, such as 12.50.`;
  if (cents > most) return t`At most ${{ amount: formatCents(most) }} can be refunded.`;
}
