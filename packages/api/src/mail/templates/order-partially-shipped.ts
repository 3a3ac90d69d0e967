import { paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';
import { addressBlock, noteBlocks, orderButton, orderOf } from './order-mail.ts';
import { parcelBlocks, shipmentData } from './parcel-mail.ts';

/** A parcel with some of an order; the rest follows. */
export const orderPartiallyShipped = template({
  schema: shipmentData,
  subject: ({ orderNumber }) => `Part of your order ${orderNumber} is on its way`,
  async content({ orderNumber, note, parcel }, links) {
    const order = await orderOf(orderNumber);
    return {
      title: 'Part of your order is on its way',
      blocks: [
        paragraph(`We have shipped a parcel with some of your order ${orderNumber}. The rest follows.`),
        ...noteBlocks(note),
        ...(await parcelBlocks(order, parcel)),
        addressBlock(order),
        await orderButton(order, links),
      ],
    };
  },
});
