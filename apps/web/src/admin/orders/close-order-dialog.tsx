import { MAX_NOTE } from '@lantern/api/admin/orders/schema';
import { Checkbox } from '@lantern/ui/checkbox';
import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { formatCents } from '@lantern/ui/format';
import { TextareaField } from '@lantern/ui/textarea-field';
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
  cancelled: { title: 'Cancel this order?', confirm: 'Cancel order', done: 'Order cancelled' },
  refunded: { title: 'Refund in full?', confirm: 'Refund in full', done: undefined },
};

/** Asks before an order is closed: whether to restock the items, and what to write to the customer. */
export function CloseOrderDialog({ order, to, onClose }: CloseOrderDialogProps) {
  const { number, status, refundableCents } = order;
  const { title, confirm: verb, done } = words[to];
  const confirm = to === 'cancelled' && refundableCents > 0 ? 'Cancel and refund' : verb;
  const [restock, setRestock] = useState(to === 'cancelled');
  const [note, setNote] = useState('');
  const started = refundableCents > 0 ? `Refund of ${formatCents(refundableCents)} started` : undefined;
  const change = useOrderChange([done, started].filter(Boolean).join('. '));
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
      title={title}
      text={
        refundableCents > 0
          ? `${formatCents(refundableCents)} will be refunded to the customer's card. This cannot be undone.`
          : 'There is nothing left to refund. This cannot be undone.'
      }
      confirmLabel={confirm}
      cancelLabel="Keep it"
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
          label="Put the items back in stock"
          checked={restock}
          onChange={(event) => setRestock(event.target.checked)}
        />
        <CustomerNote value={note} onChange={setNote} />
      </div>
    </ConfirmDialog>
  );
}

/** Why the note can't be sent. */
export const noteProblem = (note: string) => tooLong(note, MAX_NOTE);

/** A note shown to the customer in the order's timeline. */
export function CustomerNote({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  return (
    <TextareaField
      label="Note"
      optional
      hint="The customer sees it in the order's timeline."
      rows={2}
      value={value}
      error={noteProblem(value)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
