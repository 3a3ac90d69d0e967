import { button, paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';
import { orderData } from './order-mail.ts';

/** A payment that the bank declined: the items are back in the cart. */
export const paymentFailed = template({
  schema: orderData,
  subject: ({ orderNumber }) => `The payment of order ${orderNumber} did not go through`,
  content: ({ orderNumber }, links) => ({
    title: 'The payment did not go through',
    blocks: [
      paragraph(
        `Your bank declined the payment of order ${orderNumber}. Nothing was charged, and everything is back in your cart.`,
      ),
      paragraph('If you have paid with another card since, there is nothing left to do.'),
      button('Open your cart', links.to('/cart')),
    ],
  }),
});
