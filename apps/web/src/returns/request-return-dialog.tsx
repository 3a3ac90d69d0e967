import { MAX_REASON } from '@lantern/api/returns/schema';
import { isolated } from '@lantern/text/isolated';
import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { FormError } from '@lantern/ui/form-error';
import { QuantityStepper } from '@lantern/ui/quantity-stepper';
import { TextareaField } from '@lantern/ui/textarea-field';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { optionsText } from '../lib/paths.ts';
import { tooLong } from '../lib/too-long.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import type { Order } from './return-words.ts';

interface RequestReturnDialogProps {
  order: Order;
  accessToken?: string;
  onClose: () => void;
}

/** What comes back, and why. */
export function RequestReturnDialog({ order, accessToken, onClose }: RequestReturnDialogProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const [chosen, setChosen] = useState<Record<string, number>>({});
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { number } = order;
  const returnable = order.items.filter(({ returnableQuantity }) => returnableQuantity > 0);
  const items = returnable
    .map(({ sku }) => ({ sku, quantity: chosen[sku] ?? 0 }))
    .filter(({ quantity }) => quantity > 0);
  const nothing = items.length === 0 && t`Choose what you want to return.`;
  const problem = reason.trim() === '' ? t`Please say why you want to return this.` : tooLong(reason, MAX_REASON);
  const request = useMutation(
    trpc.orders.requestReturn.mutationOptions({
      onSuccess(changed) {
        client.setQueryData(trpc.orders.byNumber.queryKey({ number, accessToken }), changed);
        toast({ kind: 'success', text: t`We have your request and will email you.` });
        onClose();
      },
      onSettled: () => client.invalidateQueries(trpc.orders.pathFilter()),
    }),
  );

  function send() {
    setAsked(true);
    if (nothing || problem) return;
    request.mutate({ number, accessToken, items, reason });
  }

  return (
    <ConfirmDialog
      open
      title={t`Return items`}
      text={t`We'll review your request and email you how to send the items back.`}
      confirmLabel={t`Request return`}
      loading={request.isPending}
      onConfirm={send}
      onCancel={onClose}
    >
      <div className="request-return__fields">
        <FormError>{(asked && nothing) || (request.error && messageOf(request.error))}</FormError>
        <fieldset className="request-return__items">
          <legend>{t`What do you want to return?`}</legend>
          {returnable.map(({ sku, name, options, returnableQuantity }) => (
            <div key={sku} className="request-return__item">
              <span>
                <bdi>{name}</bdi> <span className="muted">{optionsText(options)}</span>
              </span>
              <QuantityStepper
                size="small"
                label={t`Quantity of ${{ name: isolated(name) }} to return`}
                min={0}
                max={returnableQuantity}
                value={chosen[sku] ?? 0}
                onChange={(quantity) => setChosen({ ...chosen, [sku]: quantity })}
              />
            </div>
          ))}
        </fieldset>
        <TextareaField
          label={t`Reason`}
          rows={3}
          value={reason}
          error={asked ? problem : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
