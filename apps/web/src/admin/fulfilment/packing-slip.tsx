import { addressLines } from '@lantern/text/address';
import { Logo } from '@lantern/ui/logo';
import { MomentDay } from '@lantern/ui/moment';
import { ProductImage } from '@lantern/ui/product-image';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { optionsText } from '../../lib/paths.ts';
import type { AdminOrder } from '../orders/use-admin-order.ts';
import type { Slip } from './slips.ts';
import './packing-slip.css';

/** An order's items have no category. */
const PLAIN_ACCENT = 8;

/** What goes into one parcel, and where to. Without prices: it may be a gift. */
export function PackingSlip({ order, slip }: { order: AdminOrder; slip: Slip }) {
  const { number, placedAt, shippingAddress, deliveryMethod } = order;
  const { title, tracking, lines } = slip;
  return (
    <article className="packing-slip" aria-label={[t`Packing slip of ${number}`, title].filter(Boolean).join(', ')}>
      <header className="packing-slip__head">
        <Logo />
        <div>
          <h2>{t`Order ${number}`}</h2>
          {title && <p>{title}</p>}
          <p className="muted">
            <Trans>
              Placed on <MomentDay at={placedAt} />
            </Trans>
          </p>
        </div>
      </header>
      <div>
        {deliveryMethod && (
          <p className="packing-slip__delivery">
            <bdi>{deliveryMethod.name}</bdi>
          </p>
        )}
        {tracking && (
          <p>
            <bdi>{tracking}</bdi>
          </p>
        )}
        <address className="packing-slip__address">
          {addressLines(shippingAddress).map((line) => (
            <span key={line}>
              <bdi>{line}</bdi>
            </span>
          ))}
          {shippingAddress.phone && <span>{shippingAddress.phone}</span>}
        </address>
      </div>
      <table className="packing-slip__lines">
        <thead>
          <tr>
            <th scope="col">{t`Quantity`}</th>
            <th scope="col">{t`Item`}</th>
            <th scope="col">{t`SKU`}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ sku, name, options, imageUrl, quantity }) => (
            <tr key={sku}>
              <td className="num">{quantity}</td>
              <td>
                <div className="packing-slip__item">
                  {/* Whoever picks looks for this; printed at once, so it must not wait to be seen. */}
                  <ProductImage src={imageUrl} alt="" accent={PLAIN_ACCENT} size="tiny" eager />
                  <div>
                    <bdi>{name}</bdi>
                    <div className="muted">{optionsText(options)}</div>
                  </div>
                </div>
              </td>
              <td>{sku}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
