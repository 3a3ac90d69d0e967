import { template } from '../template.ts';
import { addressBlock, exampleOrder, noteBlocks, orderButton, orderOf, orderValues } from './order-mail.ts';
import { parcelBlocks, shipmentData } from './parcel-mail.ts';

/** An order of which all has left; with its last parcel, if it is known. */
export const orderShipped = template({
  schema: shipmentData,
  occasion: 'When an order has left, or the last parcel of it.',
  wording: {
    subject: 'Your order {orderNumber} is on its way',
    title: 'Your order is on its way',
    text: 'We have shipped your order {orderNumber}.',
  },
  example: exampleOrder,
  values: orderValues,
  async blocks({ orderNumber, note, parcel }, links) {
    const order = await orderOf(orderNumber);
    return [
      ...noteBlocks(note),
      ...(await parcelBlocks(order, parcel)),
      addressBlock(order),
      await orderButton(order, links),
    ];
  },
});
