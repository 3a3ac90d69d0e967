import { paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';
import { noteBlocks, orderButton, orderOf } from './order-mail.ts';
import { returnData, returnedBlocks } from './return-mail.ts';

/** A return that the store does not take back. */
export const returnRefused = template({
  schema: returnData,
  subject: ({ orderNumber }) => `About your return for order ${orderNumber}`,
  async content(data, links) {
    const { orderNumber, returnNumber, note } = data;
    const order = await orderOf(orderNumber);
    return {
      title: 'We cannot take your items back',
      blocks: [
        paragraph(`Your return ${returnNumber} for order ${orderNumber} is not accepted:`),
        ...(await returnedBlocks(order, data)),
        ...noteBlocks(note),
        paragraph('Please do not send the items back.'),
        await orderButton(order, links),
      ],
    };
  },
});
