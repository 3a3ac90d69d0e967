import { template } from '../template.ts';
import {
  addressBlock,
  amountsBlock,
  billingBlocks,
  exampleOrder,
  linesBlock,
  orderButton,
  orderData,
  orderOf,
  orderValues,
} from './order-mail.ts';

/** The confirmation of an order that has been paid. */
export const orderPlaced = template({
  schema: orderData,
  occasion: 'When an order has been paid.',
  wording: {
    subject: 'Your order {orderNumber}',
    title: 'Thank you for your order',
    text: "Your order {orderNumber} is paid. We're packing it now and will write to you when it is on its way.",
  },
  example: exampleOrder,
  values: orderValues,
  document: ({ orderNumber }) => ({ orderNumber, refundId: null }),
  async blocks({ orderNumber }, links) {
    const order = await orderOf(orderNumber);
    return [
      await linesBlock(order),
      amountsBlock(order),
      addressBlock(order),
      ...billingBlocks(order),
      await orderButton(order, links),
    ];
  },
});
