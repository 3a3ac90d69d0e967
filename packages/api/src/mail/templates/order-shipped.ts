import { paragraph } from '../content.ts';
import { template } from '../template.ts';
import { addressBlock, linesBlock, noteBlocks, orderButton, orderOf, orderStepData } from './order-mail.ts';

/** An order that has left. */
export const orderShipped = template({
  schema: orderStepData,
  subject: ({ orderNumber }) => `Your order ${orderNumber} is on its way`,
  async content({ orderNumber, note }, links) {
    const order = await orderOf(orderNumber);
    return {
      title: 'Your order is on its way',
      blocks: [
        paragraph(`We have shipped your order ${orderNumber}.`),
        ...noteBlocks(note),
        await linesBlock(order),
        addressBlock(order),
        await orderButton(order, links),
      ],
    };
  },
});
