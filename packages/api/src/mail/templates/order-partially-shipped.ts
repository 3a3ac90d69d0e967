import { template } from '../template.ts';
import { addressBlock, exampleOrder, noteBlocks, orderButton, orderOf, orderValues } from './order-mail.ts';
import { parcelBlocks, shipmentData } from './parcel-mail.ts';

/** A parcel with some of an order; the rest follows. */
export const orderPartiallyShipped = template({
  schema: shipmentData,
  occasion: 'When a parcel leaves with some of an order.',
  example: exampleOrder,
  values: orderValues,
  async blocks({ orderNumber, note, parcel }, writer) {
    const order = await orderOf(orderNumber);
    return [
      ...noteBlocks(note),
      ...(await parcelBlocks(order, parcel, writer)),
      addressBlock(order, writer),
      await orderButton(order, writer),
    ];
  },
});
