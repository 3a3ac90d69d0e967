import { addressLines } from '@lantern/text/address';
import { Logo } from '@lantern/ui/logo';
import { MomentDay } from '@lantern/ui/moment';
import { optionsText } from '../../lib/paths.ts';
import type { AdminOrder } from '../orders/use-admin-order.ts';
import './packing-slip.css';

/** What goes into the next parcel; of an order that has left, all that it was. Without prices: it may be a gift. */
export function PackingSlip({ order }: { order: AdminOrder }) {
  const { number, placedAt, shippingAddress, items } = order;
  const left = items.filter(({ unshippedQuantity }) => unshippedQuantity > 0);
  const lines =
    left.length > 0 ? left.map(({ unshippedQuantity, ...item }) => ({ ...item, quantity: unshippedQuantity })) : items;
  return (
    <article className="packing-slip" aria-label={`Packing slip of ${number}`}>
      <header className="packing-slip__head">
        <Logo />
        <div>
          <h2>Order {number}</h2>
          <p className="muted">
            Placed on <MomentDay at={placedAt} />
          </p>
        </div>
      </header>
      <address className="packing-slip__address">
        {addressLines(shippingAddress).map((line) => (
          <span key={line}>
            <bdi>{line}</bdi>
          </span>
        ))}
        {shippingAddress.phone && <span>{shippingAddress.phone}</span>}
      </address>
      <table className="packing-slip__lines">
        <thead>
          <tr>
            <th scope="col">Quantity</th>
            <th scope="col">Item</th>
            <th scope="col">SKU</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, name, options, sku, quantity }) => (
            <tr key={id}>
              <td className="num">{quantity}</td>
              <td>
                <bdi>{name}</bdi> <span className="muted">{optionsText(options)}</span>
              </td>
              <td>{sku}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
