import { type MailBlock, paragraph } from '../../mail-layout/content.ts';
import { returnAddress } from '../../shared/return-address.ts';
import { template } from '../template.ts';
import type { MailWriter } from '../writer.ts';
import { noteBlocks, orderButton, orderOf } from './order-mail.ts';
import { exampleReturn, returnData, returnedBlocks, returnValues } from './return-mail.ts';

/** A return that the store takes back, with what its customer does next. */
export const returnAccepted = template({
  schema: returnData,
  occasion: 'When you accept a return.',
  example: exampleReturn,
  values: returnValues,
  async blocks(data, writer) {
    const { orderNumber, returnNumber, note } = data;
    const { pack, refundFollows } = writer.words.mails.return_accepted;
    const order = await orderOf(orderNumber);
    return [
      ...(await returnedBlocks(order, data)),
      ...noteBlocks(note),
      paragraph(pack(returnNumber)),
      destination(writer),
      paragraph(refundFollows),
      await orderButton(order, writer),
    ];
  },
});

function destination({ seller, words }: MailWriter): MailBlock {
  const { sendTo, askWhere } = words.mails.return_accepted;
  const lines = returnAddress(seller);
  return lines.length > 0 ? { type: 'address', title: sendTo, lines } : paragraph(askWhere);
}
