import { paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';
import { addressBlock, noteBlocks, orderButton, orderOf } from './order-mail.ts';
import { parcelBlocks, shipmentData } from './parcel-mail.ts';

/** An order of which all has left; with its last parcel, if it is known. */
export const orderShipped = template({
  schema: shipmentData,
  subject: ({ orderNumber }) => `Your order ${orderNumber} is on its way`,
  async content({ orderNumber, note, parcel }, links) {
    const order = await orderOf(orderNumber);
    return {
      title: 'Your order is on its way',
      blocks: [
        paragraph(`We have shipped your order ${orderNumber}.`),
        ...noteBlocks(note),
        ...(await parcelBlocks(order, parcel)),
        addressBlock(order),
        await orderButton(order, links),
      ],
    };
  },
});
