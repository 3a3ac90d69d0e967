import { type MailBlock, paragraph } from '../../mail-layout/content.ts';
import { returnAddress } from '../../shared/return-address.ts';
import { template } from '../template.ts';
import { noteBlocks, orderButton, orderOf } from './order-mail.ts';
import { exampleReturn, returnData, returnedBlocks, returnValues } from './return-mail.ts';

/** A return that the store takes back, with what its customer does next. */
export const returnAccepted = template({
  schema: returnData,
  occasion: 'When you accept a return.',
  wording: {
    subject: 'Please send back your return for order {orderNumber}',
    title: 'We take your items back',
    text: 'Your return {returnNumber} for order {orderNumber} is accepted:',
  },
  example: exampleReturn,
  values: returnValues,
  async blocks(data, links, seller) {
    const { orderNumber, returnNumber, note } = data;
    const order = await orderOf(orderNumber);
    return [
      ...(await returnedBlocks(order, data)),
      ...noteBlocks(note),
      paragraph(`Please pack the items well and write ${returnNumber} on the parcel.`),
      destination(returnAddress(seller)),
      paragraph('Your refund starts as soon as we have received them.'),
      await orderButton(order, links),
    ];
  },
});

function destination(lines: string[]): MailBlock {
  if (lines.length > 0) return { type: 'address', title: 'Send them to', lines };
  return paragraph('Reply to this email, and we will tell you where to send them.');
}
