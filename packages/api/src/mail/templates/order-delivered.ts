import { paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';
import { noteBlocks, orderButton, orderOf, orderStepData } from './order-mail.ts';

/** An order that has arrived. */
export const orderDelivered = template({
  schema: orderStepData,
  subject: ({ orderNumber }) => `Your order ${orderNumber} was delivered`,
  async content({ orderNumber, note }, links) {
    const order = await orderOf(orderNumber);
    return {
      title: 'Your order was delivered',
      blocks: [
        paragraph(`Your order ${orderNumber} has arrived. We hope you like it.`),
        ...noteBlocks(note),
        await orderButton(order, links),
      ],
    };
  },
});
