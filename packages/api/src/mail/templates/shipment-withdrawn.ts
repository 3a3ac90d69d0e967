import { paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';
import { orderButton, orderData, orderOf } from './order-mail.ts';

/** A parcel that was said to be on its way, by mistake. */
export const shipmentWithdrawn = template({
  schema: orderData,
  subject: ({ orderNumber }) => `Your order ${orderNumber} has not been shipped yet`,
  async content({ orderNumber }, links) {
    const order = await orderOf(orderNumber);
    return {
      title: 'Not shipped yet',
      blocks: [
        paragraph(
          `We told you that a parcel of your order ${orderNumber} was on its way. It has not left us yet: sorry for the mix-up.`,
        ),
        paragraph("You don't need to do anything. We'll write again when it is on its way."),
        await orderButton(order, links),
      ],
    };
  },
});
