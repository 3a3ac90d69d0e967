import { button } from '../../mail-layout/content.ts';
import { template } from '../template.ts';
import { exampleOrder, orderData, orderValues } from './order-mail.ts';

/** A payment that the bank declined: the items are back in the cart. */
export const paymentFailed = template({
  schema: orderData,
  occasion: 'When a bank declines the payment of an order, and the items are back in the cart.',
  wording: {
    subject: 'The payment of order {orderNumber} did not go through',
    title: 'The payment did not go through',
    text: [
      'Your bank declined the payment of order {orderNumber}. Nothing was charged, and everything is back in your cart.',
      'If you have paid with another card since, there is nothing left to do.',
    ].join('\n\n'),
  },
  example: exampleOrder,
  values: orderValues,
  blocks: (_data, links) => [button('Open your cart', links.to('/cart'))],
});
