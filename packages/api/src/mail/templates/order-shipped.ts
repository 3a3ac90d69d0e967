import { template } from '../template.ts';
import { addressBlock, exampleOrder, noteBlocks, orderButton, orderOf, orderValues } from './order-mail.ts';
import { parcelBlocks, shipmentData } from './parcel-mail.ts';

/** An order of which all has left; with its last parcel, if it is known. */
export const orderShipped = template({
  schema: shipmentData,
  occasion: 'When an order has left, or the last parcel of it.',
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
