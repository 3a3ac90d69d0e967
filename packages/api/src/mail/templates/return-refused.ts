import { paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';
import { noteBlocks, orderButton, orderOf } from './order-mail.ts';
import { exampleReturn, returnData, returnedBlocks, returnValues } from './return-mail.ts';

/** A return that the store does not take back. */
export const returnRefused = template({
  schema: returnData,
  occasion: 'When you refuse a return.',
  wording: {
    subject: 'About your return for order {orderNumber}',
    title: 'We cannot take your items back',
    text: 'Your return {returnNumber} for order {orderNumber} is not accepted:',
  },
  example: exampleReturn,
  values: returnValues,
  async blocks(data, links) {
    const order = await orderOf(data.orderNumber);
    return [
      ...(await returnedBlocks(order, data)),
      ...noteBlocks(data.note),
      paragraph('Please do not send the items back.'),
      await orderButton(order, links),
    ];
  },
});
