import { template } from '../template.ts';
import { exampleOrder, noteBlocks, orderButton, orderOf, orderStepData, orderValues } from './order-mail.ts';

/** An order that has arrived. */
export const orderDelivered = template({
  schema: orderStepData,
  occasion: 'When you mark an order as delivered.',
  example: exampleOrder,
  values: orderValues,
  async blocks({ orderNumber, note }, writer) {
    return [...noteBlocks(note), await orderButton(await orderOf(orderNumber), writer)];
  },
});
