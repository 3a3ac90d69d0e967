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
  example: exampleOrder,
  values: orderValues,
  document: ({ orderNumber }) => ({ orderNumber, refundId: null }),
  async blocks({ orderNumber }, writer) {
    const order = await orderOf(orderNumber);
    return [
      await linesBlock(order, writer),
      amountsBlock(order, writer),
      addressBlock(order, writer),
      ...billingBlocks(order, writer),
      await orderButton(order, writer),
    ];
  },
});
