import { OrderItem } from '@lantern/db/models/order-item';
import { Parcel } from '@lantern/db/models/parcel';
import { ParcelItem } from '@lantern/db/models/parcel-item';
import { byRow } from '../by-row.ts';
import { idsIn } from '../difference.ts';

const ADVICE = 'Take what is gone from a backup, or delete this row: the parcel is shown without it.';

/** That what is in a parcel is a line of the order that the parcel belongs to. */
export const parcelItems = byRow({
  name: 'parcel-items',
  table: 'parcel_items',
  suspects: ({ database }, range) =>
    idsIn(
      database,
      `SELECT c.id AS id FROM parcel_items c LEFT JOIN parcels p ON p.id = c.parcelId
       LEFT JOIN order_items i ON i.id = c.orderItemId
       WHERE c.id > :after AND c.id <= :through AND COALESCE(p.orderId, 0) <> COALESCE(i.orderId, -1) ORDER BY c.id`,
      range,
    ),
  async examine(_, id) {
    const content = await ParcelItem.findByPk(id, { raw: true });
    if (!content) return [];
    const { parcelId, orderItemId } = content;
    const attributes = ['orderId'];
    const parcel = await Parcel.findByPk(parcelId, { attributes, raw: true });
    const line = await OrderItem.findByPk(orderItemId, { attributes, raw: true });
    const found = line ? `of order number ${line.orderId}` : null;
    if (parcel && line?.orderId === parcel.orderId) return [];
    const where = `content ${id} of parcel number ${parcelId}`;
    if (!parcel) return [{ what: 'parcel', where, expected: 'there', found: null, advice: ADVICE }];
    return [{ what: 'line', where, expected: `of order number ${parcel.orderId}`, found, advice: ADVICE }];
  },
});
