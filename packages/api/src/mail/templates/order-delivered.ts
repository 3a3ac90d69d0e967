import { template } from '../template.ts';
import { exampleOrder, noteBlocks, orderButton, orderOf, orderStepData, orderValues } from './order-mail.ts';

/** An order that has arrived. */
export const orderDelivered = template({
  schema: orderStepData,
  occasion: 'When you mark an order as delivered.',
  wording: {
    subject: 'Your order {orderNumber} was delivered',
    title: 'Your order was delivered',
    text: 'Your order {orderNumber} has arrived. We hope you like it.',
  },
  example: exampleOrder,
  values: orderValues,
  async blocks({ orderNumber, note }, links) {
    return [...noteBlocks(note), await orderButton(await orderOf(orderNumber), links)];
  },
});
