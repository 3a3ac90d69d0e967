import { paidForPart } from '@lantern/api/pricing/pricing';
import { formatCents } from '@lantern/ui/format';
import { QuantityStepper } from '@lantern/ui/quantity-stepper';
import { t } from '@lingui/core/macro';
import { optionsText } from '../../lib/paths.ts';
import type { AdminOrder } from './use-admin-order.ts';

interface RefundItemsProps extends Pick<AdminOrder, 'items'> {
  /** How many of each, by the item's id. */
  quantities: Record<number, number>;
  onChange: (quantities: Record<number, number>) => void;
}

/** How many of each item to refund, without those already restocked. */
export function RefundItems({ items, quantities, onChange }: RefundItemsProps) {
  return (
    <fieldset className="order-dialog__restock">
      <legend>{t`Items to refund`}</legend>
      {items.map((item) => {
        const { id, name, options, quantity, discountCents } = item;
        const left = quantity - item.restockedQuantity;
        const price = formatCents(paidForPart(item, 0, 1));
        return (
          <div key={id} className="order-dialog__item">
            <span>
              {name} <span className="muted">{optionsText(options)}</span>
              <small className="order-dialog__each num">
                {discountCents > 0
                  ? t`${price} each after the discount, ${left} of ${quantity} left`
                  : t`${price} each, ${left} of ${quantity} left`}
              </small>
            </span>
            <QuantityStepper
              size="small"
              label={t`Items of ${name} to refund`}
              min={0}
              max={left}
              value={quantities[id] ?? 0}
              onChange={(chosen) => onChange({ ...quantities, [id]: chosen })}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
