import { paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';
import {
  addressBlock,
  amountsBlock,
  billingBlocks,
  linesBlock,
  orderButton,
  orderData,
  orderOf,
} from './order-mail.ts';

/** The confirmation of an order that has been paid. */
export const orderPlaced = template({
  schema: orderData,
  subject: ({ orderNumber }) => `Your order ${orderNumber}`,
  document: ({ orderNumber }) => ({ orderNumber, refundId: null }),
  async content({ orderNumber }, links) {
    const order = await orderOf(orderNumber);
    return {
      title: 'Thank you for your order',
      blocks: [
        paragraph(
          `Your order ${orderNumber} is paid. We're packing it now and will write to you when it is on its way.`,
        ),
        await linesBlock(order),
        amountsBlock(order),
        addressBlock(order),
        ...billingBlocks(order),
        await orderButton(order, links),
      ],
    };
  },
});
