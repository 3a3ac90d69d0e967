import { Truck } from 'lucide-react';
import { formatCents } from '../format/format.tsx';
import { ProgressLine } from '../progress-line/progress-line.tsx';
import './free-delivery-meter.css';

interface FreeDeliveryMeterProps {
  subtotalCents: number;
  /** From how much delivery is free. */
  thresholdCents: number;
}

/** How far the cart is from free delivery. */
export function FreeDeliveryMeter({ subtotalCents, thresholdCents }: FreeDeliveryMeterProps) {
  const missing = thresholdCents - subtotalCents;
  return (
    <div className="free-delivery-meter">
      <p className="free-delivery-meter__words">
        <Truck size={18} aria-hidden="true" />
        {missing > 0 ? (
          <span>
            <b className="num">{formatCents(missing)}</b> more for free delivery
          </span>
        ) : (
          <b>Delivery is free</b>
        )}
      </p>
      <ProgressLine value={subtotalCents} max={thresholdCents} label="Towards free delivery" />
    </div>
  );
}
