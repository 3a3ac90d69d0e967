import { Button } from '@lantern/ui/button';
import { Dialog } from '@lantern/ui/dialog';
import { FormError } from '@lantern/ui/form-error';
import { TextField } from '@lantern/ui/text-field';
import { useState } from 'react';
import { messageOf } from '../../lib/trpc.ts';
import { trackingProblem } from '../orders/tracking-fields.tsx';
import { useShipMany } from './use-ship-many.ts';
import './ship-many-dialog.css';

/** Ships all that is left of each order, each with its own tracking number. Those that could not be shipped stay. */
export function ShipManyDialog({ numbers, onClose }: { numbers: string[]; onClose: () => void }) {
  const [carrier, setCarrier] = useState('');
  const [tracking, setTracking] = useState<Record<string, string>>({});
  const { ship, refused } = useShipMany(onClose);
  const trackingOf = (number: string) => tracking[number] ?? '';
  const problem = (number: string) => trackingProblem('trackingNumber', trackingOf(number)) ?? refused.get(number);
  const carrierProblem = trackingProblem('carrier', carrier);

  function send() {
    if (carrierProblem || numbers.some((number) => trackingProblem('trackingNumber', trackingOf(number)))) return;
    ship.mutate({ orders: numbers.map((number) => ({ number, carrier, trackingNumber: trackingOf(number) })) });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={numbers.length === 1 ? 'Ship 1 order' : `Ship ${numbers.length} orders`}
      text="All that is left of each goes into one parcel, and its customer gets a mail."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" loading={ship.isPending} onClick={send}>
            Ship
          </Button>
        </>
      }
    >
      <div className="ship-many-dialog">
        <FormError>{ship.error && messageOf(ship.error)}</FormError>
        <TextField
          label="Carrier of all parcels"
          optional
          autoComplete="off"
          value={carrier}
          error={carrierProblem}
          onChange={({ target }) => setCarrier(target.value)}
        />
        {numbers.map((number) => (
          <TextField
            key={number}
            label={`Tracking number for ${number}`}
            optional
            autoComplete="off"
            value={trackingOf(number)}
            error={problem(number)}
            onChange={({ target }) => setTracking({ ...tracking, [number]: target.value })}
          />
        ))}
      </div>
    </Dialog>
  );
}
