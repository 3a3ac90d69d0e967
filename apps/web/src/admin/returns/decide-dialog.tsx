import { MAX_NOTE } from '@lantern/api/admin/orders/schema';
import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { FormError } from '@lantern/ui/form-error';
import { TextareaField } from '@lantern/ui/textarea-field';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { tooLong } from '../../lib/too-long.ts';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { type AdminReturn, useReturnChange } from './use-return-change.ts';
import '../orders/order-dialog.css';

interface DecideDialogProps {
  returned: AdminReturn;
  accept: boolean;
  onClose: () => void;
}

/** Accepts or refuses a return, with a note for the customer. */
export function DecideDialog({ returned: { id, number }, accept, onClose }: DecideDialogProps) {
  const [note, setNote] = useState('');
  const problem = tooLong(note, MAX_NOTE);
  const change = useReturnChange(accept ? t`Return accepted` : t`Return refused`, onClose);
  const decide = useMutation(useTRPC().admin.returns.decide.mutationOptions(change));
  const text = accept
    ? t`The customer gets a mail with how to send the items back.`
    : t`The customer gets a mail that the items are not taken back.`;
  return (
    <ConfirmDialog
      open
      title={
        accept ? (
          <Trans>
            Accept return <span className="unbroken">{number}?</span>
          </Trans>
        ) : (
          <Trans>
            Refuse return <span className="unbroken">{number}?</span>
          </Trans>
        )
      }
      text={text}
      confirmLabel={accept ? t`Accept` : t`Refuse`}
      danger={!accept}
      loading={decide.isPending}
      onConfirm={() => problem === undefined && decide.mutate({ id, accept, note: note.trim() || undefined })}
      onCancel={onClose}
    >
      <div className="order-dialog">
        <FormError>{decide.error && messageOf(decide.error)}</FormError>
        <TextareaField
          label={t`Note`}
          optional
          hint={t`The customer reads it in the mail and on the order's page.`}
          rows={2}
          value={note}
          error={problem}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
