import { button } from '../../mail-layout/content.ts';
import { template } from '../template.ts';
import { exampleOrder, orderData, orderValues } from './order-mail.ts';

/** A payment that the bank declined: the items are back in the cart. */
export const paymentFailed = template({
  schema: orderData,
  occasion: 'When a bank declines the payment of an order, and the items are back in the cart.',
  example: exampleOrder,
  values: orderValues,
  blocks: (_data, { links, words }) => [button(words.mails.payment_failed.openCart, links.to('/cart'))],
});
