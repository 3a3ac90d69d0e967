import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Truck } from 'lucide-react';
import { formatCents } from '../format/format.tsx';
import { ProgressLine } from '../progress-line/progress-line.tsx';
import './free-delivery-meter.css';

interface FreeDeliveryMeterProps {
  subtotalCents: number;
  /** What must be added for delivery to be free; 0 when it is. */
  missingCents: number;
}

/** How far the cart is from free delivery. */
export function FreeDeliveryMeter({ subtotalCents, missingCents }: FreeDeliveryMeterProps) {
  const amount = formatCents(missingCents);
  return (
    <div className="free-delivery-meter">
      <p className="free-delivery-meter__words">
        <Truck size="1.125rem" aria-hidden="true" />
        {missingCents > 0 ? (
          <span>
            <Trans>
              <b className="num">{amount}</b> more for free delivery
            </Trans>
          </span>
        ) : (
          <b>{t`You get free delivery`}</b>
        )}
      </p>
      <ProgressLine value={subtotalCents} max={subtotalCents + missingCents} label={t`Towards free delivery`} />
    </div>
  );
}
