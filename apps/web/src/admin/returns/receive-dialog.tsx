import { parseCents } from '@lantern/text/money';
import { Checkbox } from '@lantern/ui/checkbox';
import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { FormError } from '@lantern/ui/form-error';
import { currencySign, formatCents } from '@lantern/ui/format';
import { TextField } from '@lantern/ui/text-field';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { ReturnedItems } from '../../returns/return-list.tsx';
import { amountText } from '../fields/amount-text.ts';
import { type AdminReturn, useReturnChange } from './use-return-change.ts';
import '../orders/order-dialog.css';

/** Marks a return as received, with what is refunded for it and whether it goes back in stock. */
export function ReceiveDialog({ returned, onClose }: { returned: AdminReturn; onClose: () => void }) {
  const { id, number, items, refundCents, refundableCents } = returned;
  const [amount, setAmount] = useState(() => amountText(refundCents ?? 0));
  const [restock, setRestock] = useState(true);
  const [asked, setAsked] = useState(false);
  const cents = parseCents(amount);
  const problem = amountProblem(cents, refundableCents);
  const change = useReturnChange(t`Return received, ${{ amount: formatCents(cents ?? 0) }} refunded`, onClose);
  const receive = useMutation(useTRPC().admin.returns.receive.mutationOptions(change));

  function send() {
    setAsked(true);
    if (cents !== null && !problem) receive.mutate({ id, refundCents: cents, restock });
  }

  return (
    <ConfirmDialog
      open
      title={
        <Trans>
          Receive return <span className="unbroken">{number}</span>
        </Trans>
      }
      text={t`The refund goes to the customer's card. This cannot be undone.`}
      confirmLabel={cents === null || problem ? t`Receive` : t`Receive and refund ${{ amount: formatCents(cents) }}`}
      danger
      loading={receive.isPending}
      onConfirm={send}
      onCancel={onClose}
    >
      <div className="order-dialog">
        <FormError>{receive.error && messageOf(receive.error)}</FormError>
        <ReturnedItems items={items} />
        <Checkbox
          label={t`Put these items back in stock`}
          checked={restock}
          onChange={(event) => setRestock(event.target.checked)}
        />
        <TextField
          label={t`Refund, ${{ sign: currencySign() }}`}
          hint={t`What was paid for the items. Up to ${{ amount: formatCents(refundableCents) }} is left of the payment.`}
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          error={asked ? problem : undefined}
          onChange={(event) => setAmount(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && send()}
        />
      </div>
    </ConfirmDialog>
  );
}

function amountProblem(cents: number | null, most: number): string | undefined {
  if (cents === null || cents < 0) return t`Enter an amount, such as 12.50, or 0.`;
  if (cents > most) return t`At most ${{ amount: formatCents(most) }} can be refunded.`;
}
