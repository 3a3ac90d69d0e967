import { template } from '../template.ts';
import { exampleOrder, orderButton, orderData, orderOf, orderValues } from './order-mail.ts';

/** A parcel that was said to be on its way, by mistake. */
export const shipmentWithdrawn = template({
  schema: orderData,
  occasion: 'When you take a shipment back that a mail has announced.',
  wording: {
    subject: 'Your order {orderNumber} has not been shipped yet',
    title: 'Not shipped yet',
    text: [
      'We told you that a parcel of your order {orderNumber} was on its way. It has not left us yet: sorry for the mix-up.',
      "You don't need to do anything. We'll write again when it is on its way.",
    ].join('\n\n'),
  },
  example: exampleOrder,
  values: orderValues,
  async blocks({ orderNumber }, links) {
    return [await orderButton(await orderOf(orderNumber), links)];
  },
});
