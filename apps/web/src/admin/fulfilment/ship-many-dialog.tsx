import { NUMBER_PLACE, trackingLink, trackingPage } from '@lantern/text/tracking';
import { Button } from '@lantern/ui/button';
import { Dialog } from '@lantern/ui/dialog';
import { FormError } from '@lantern/ui/form-error';
import { TextField } from '@lantern/ui/text-field';
import { plural, t } from '@lingui/core/macro';
import { type KeyboardEvent, useState } from 'react';
import { messageOf } from '../../lib/trpc.ts';
import { CarrierField } from '../orders/carrier-field.tsx';
import { knownLinkHint, trackingProblem } from '../orders/tracking-fields.tsx';
import { TrackingNumbers } from './tracking-numbers.tsx';
import { useShipMany } from './use-ship-many.ts';
import './ship-many-dialog.css';

/** Ships all that is left of each order, each with its own tracking number. Those that could not be shipped stay. */
export function ShipManyDialog({ numbers, onClose }: { numbers: string[]; onClose: () => void }) {
  const [carrier, setCarrier] = useState('');
  const [page, setPage] = useState('');
  const [tracking, setTracking] = useState<Record<string, string>>({});
  const { ship, refused } = useShipMany(onClose);
  const known = trackingPage(carrier);
  const orders = numbers.map((number) => {
    const trackingNumber = tracking[number] ?? '';
    return { number, carrier, trackingNumber, trackingUrl: trackingLink(page || known || '', trackingNumber) };
  });
  const problems = new Map(
    orders.map(({ number, trackingNumber }) => [number, trackingProblem('trackingNumber', trackingNumber)]),
  );
  const carrierProblem = trackingProblem('carrier', carrier);
  const pageProblem = trackingProblem('trackingUrl', page);

  function send() {
    if (carrierProblem || pageProblem || [...problems.values()].some(Boolean)) {
      document.querySelector<HTMLElement>('dialog[open] [aria-invalid="true"]')?.focus();
      return;
    }
    ship.mutate({ orders });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={plural({ count: numbers.length }, { one: 'Ship # order', other: 'Ship # orders' })}
      text={t`All that is left of each goes into one parcel, and its customer gets a mail.`}
      footer={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button variant="primary" loading={ship.isPending} onClick={send}>
            {t`Ship`}
          </Button>
        </>
      }
    >
      <div className="ship-many-dialog">
        <FormError>{ship.error && messageOf(ship.error)}</FormError>
        <CarrierField
          label={t`Carrier of all parcels`}
          value={carrier}
          error={carrierProblem}
          onChange={setCarrier}
          onKeyDown={toNextField}
        />
        <TextField
          label={t`Tracking link of all parcels`}
          optional
          type="url"
          inputMode="url"
          autoComplete="off"
          placeholder={known ?? `https://carrier.example/${NUMBER_PLACE}`}
          hint={known ? t(knownLinkHint) : t`With ${{ place: NUMBER_PLACE }} in place of the tracking number.`}
          value={page}
          error={pageProblem}
          onChange={({ target }) => setPage(target.value)}
          onKeyDown={toNextField}
        />
        <TrackingNumbers
          orders={numbers}
          value={tracking}
          onChange={setTracking}
          problemOf={(number) => problems.get(number) ?? refused.get(number)}
          onKeyDown={toNextField}
        />
      </div>
    </Dialog>
  );
}

/** Enter goes on to the next field, and from the last one to the button: scanners of parcel labels end with it. */
function toNextField(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  const stops = event.currentTarget.closest('dialog')?.querySelectorAll<HTMLElement>('input, .button--primary') ?? [];
  const all = [...stops];
  all[all.indexOf(event.currentTarget) + 1]?.focus();
}
