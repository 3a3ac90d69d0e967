import { paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';
import { noteBlocks, orderButton, orderOf } from './order-mail.ts';
import { exampleReturn, returnData, returnedBlocks, returnValues } from './return-mail.ts';

/** A return that the store does not take back. */
export const returnRefused = template({
  schema: returnData,
  occasion: 'When you refuse a return.',
  example: exampleReturn,
  values: returnValues,
  async blocks(data, writer) {
    const order = await orderOf(data.orderNumber);
    return [
      ...(await returnedBlocks(order, data)),
      ...noteBlocks(data.note),
      paragraph(writer.words.mails.return_refused.doNotSend),
      await orderButton(order, writer),
    ];
  },
});
