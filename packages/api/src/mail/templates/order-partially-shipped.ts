import { template } from '../template.ts';
import { addressBlock, exampleOrder, noteBlocks, orderButton, orderOf, orderValues } from './order-mail.ts';
import { parcelBlocks, shipmentData } from './parcel-mail.ts';

/** A parcel with some of an order; the rest follows. */
export const orderPartiallyShipped = template({
  schema: shipmentData,
  occasion: 'When a parcel leaves with some of an order.',
  wording: {
    subject: 'Part of your order {orderNumber} is on its way',
    title: 'Part of your order is on its way',
    text: 'We have shipped a parcel with some of your order {orderNumber}. The rest follows.',
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
