import { formatCents } from '@lantern/text/euros';
import { Truck } from 'lucide-react';
import { ProgressLine } from '../progress-line/progress-line.tsx';
import './free-delivery-meter.css';

interface FreeDeliveryMeterProps {
  subtotalCents: number;
  /** What must be added for delivery to be free; 0 when it is. */
  missingCents: number;
}

/** How far the cart is from free delivery. */
export function FreeDeliveryMeter({ subtotalCents, missingCents }: FreeDeliveryMeterProps) {
  return (
    <div className="free-delivery-meter">
      <p className="free-delivery-meter__words">
        <Truck size={18} aria-hidden="true" />
        {missingCents > 0 ? (
          <span>
            <b className="num">{formatCents(missingCents)}</b> more for free delivery
          </span>
        ) : (
          <b>You get free delivery</b>
        )}
      </p>
      <ProgressLine value={subtotalCents} max={subtotalCents + missingCents} label="Towards free delivery" />
    </div>
  );
}
