import { isolated } from '@lantern/text/isolated';
import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { FormError } from '@lantern/ui/form-error';
import { QuantityStepper } from '@lantern/ui/quantity-stepper';
import { t } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { optionsText } from '../../lib/paths.ts';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { useUndoableToast } from '../shared/use-undoable-toast.ts';
import { noTracking, TrackingFields, trackingProblems } from './tracking-fields.tsx';
import { type AdminOrder, useOrderChange } from './use-admin-order.ts';
import './order-dialog.css';

/** Ships a parcel: all that is left, unless some of it stays behind for another one. */
export function ShipDialog({ order, onClose }: { order: AdminOrder; onClose: () => void }) {
  const { number } = order;
  const left = order.items.filter(({ unshippedQuantity }) => unshippedQuantity > 0);
  const [chosen, setChosen] = useState<Record<string, number>>({});
  const [tracking, setTracking] = useState(noTracking);
  const [asked, setAsked] = useState(false);
  const problems = trackingProblems(tracking);
  const items = left
    .map(({ sku, unshippedQuantity }) => ({ sku, quantity: chosen[sku] ?? unshippedQuantity }))
    .filter(({ quantity }) => quantity > 0);
  const change = useOrderChange();
  const { done } = useUndoableToast('order');
  const ship = useMutation(
    useTRPC().admin.orders.fulfil.mutationOptions({
      onSuccess(shipped) {
        change.onSuccess(shipped);
        done(t`Parcel shipped`, shipped.revertibleStatus ? [shipped.revertibleStatus.seq] : []);
        onClose();
      },
      onSettled: change.onSettled,
    }),
  );
  const nothing = items.length === 0 ? t`Choose what goes into the parcel.` : undefined;

  function send() {
    setAsked(true);
    if (nothing || Object.values(problems).some(Boolean)) return;
    ship.mutate({ number, items, ...tracking });
  }

  return (
    <ConfirmDialog
      open
      title={t`Ship a parcel`}
      text={t`The customer gets a mail with what is in it and how to follow it.`}
      confirmLabel={t`Ship`}
      loading={ship.isPending}
      onConfirm={send}
      onCancel={onClose}
    >
      <div className="order-dialog">
        <FormError>{(asked && nothing) || (ship.error && messageOf(ship.error))}</FormError>
        <fieldset className="order-dialog__restock">
          <legend>{t`Items in this parcel`}</legend>
          {left.map(({ id, sku, name, options, quantity, unshippedQuantity }) => (
            <div key={id} className="order-dialog__item">
              <span>
                <bdi>{name}</bdi> <span className="muted">{optionsText(options)}</span>
                <small className="order-dialog__each num">{t`${unshippedQuantity} of ${quantity} left to ship`}</small>
              </span>
              <QuantityStepper
                size="small"
                label={t`Items of ${{ name: isolated(name) }} in this parcel`}
                min={0}
                max={unshippedQuantity}
                value={chosen[sku] ?? unshippedQuantity}
                onChange={(amount) => setChosen({ ...chosen, [sku]: amount })}
              />
            </div>
          ))}
        </fieldset>
        <TrackingFields value={tracking} onChange={setTracking} problems={asked ? problems : {}} />
      </div>
    </ConfirmDialog>
  );
}
