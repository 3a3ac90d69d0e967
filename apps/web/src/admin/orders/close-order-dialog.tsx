import { MAX_NOTE } from '@lantern/api/admin/orders/schema';
import { Checkbox } from '@lantern/ui/checkbox';
import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { formatCents } from '@lantern/ui/format';
import { TextareaField } from '@lantern/ui/textarea-field';
import { msg, t } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { tooLong } from '../../lib/too-long.ts';
import { useTRPC } from '../../lib/trpc.ts';
import './order-dialog.css';
import { type AdminOrder, useOrderChange } from './use-admin-order.ts';

interface CloseOrderDialogProps {
  order: AdminOrder;
  to: 'cancelled' | 'refunded';
  onClose: () => void;
}

const words = {
  cancelled: { title: msg`Cancel this order?`, confirm: msg`Cancel order` },
  refunded: { title: msg`Refund in full?`, confirm: msg`Refund in full` },
};

/** Asks before an order is closed: whether to restock the items, and what to write to the customer. */
export function CloseOrderDialog({ order, to, onClose }: CloseOrderDialogProps) {
  const { number, status, refundableCents } = order;
  const { title, confirm } = words[to];
  const refunds = refundableCents > 0;
  const amount = formatCents(refundableCents);
  const [restock, setRestock] = useState(to === 'cancelled');
  const [note, setNote] = useState('');
  const change = useOrderChange(doneText(to, refunds ? amount : null));
  const end = useMutation(
    useTRPC().admin.orders.setStatus.mutationOptions({
      ...change,
      onSettled() {
        onClose();
        return change.onSettled();
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      title={t(title)}
      text={
        refunds
          ? t`${amount} will be refunded to the customer's card. This cannot be undone.`
          : t`There is nothing left to refund. This cannot be undone.`
      }
      confirmLabel={to === 'cancelled' && refunds ? t`Cancel and refund` : t(confirm)}
      cancelLabel={t`Keep it`}
      danger
      loading={end.isPending}
      onConfirm={() => {
        if (noteProblem(note)) return;
        end.mutate({ number, status: to, from: status, restock, note: note.trim() || undefined });
      }}
      onCancel={onClose}
    >
      <div className="order-dialog">
        <Checkbox
          label={t`Put the items back in stock`}
          checked={restock}
          onChange={(event) => setRestock(event.target.checked)}
        />
        <CustomerNote value={note} onChange={setNote} />
      </div>
    </ConfirmDialog>
  );
}

/** What the toast says then; `amount` is null if nothing is refunded. */
function doneText(to: CloseOrderDialogProps['to'], amount: string | null): string | undefined {
  if (to === 'refunded') return amount === null ? undefined : t`Refund of ${amount} started`;
  return amount === null ? t`Order cancelled` : t`Order cancelled. Refund of ${amount} started`;
}

/** Why the note can't be sent. */
export const noteProblem = (note: string) => tooLong(note, MAX_NOTE);

/** A note shown to the customer in the order's timeline. */
export function CustomerNote({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  return (
    <TextareaField
      label={t`Note`}
      optional
      hint={t`The customer sees it in the order's timeline.`}
      rows={2}
      value={value}
      error={noteProblem(value)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
