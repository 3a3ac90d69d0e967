import { paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';
import { noteBlocks, orderButton, orderOf } from './order-mail.ts';
import { returnData, returnedBlocks } from './return-mail.ts';

/** A return that the store takes back, with what its customer does next. */
export const returnAccepted = template({
  schema: returnData,
  subject: ({ orderNumber }) => `Please send back your return for order ${orderNumber}`,
  async content(data, links) {
    const { orderNumber, returnNumber, note } = data;
    const order = await orderOf(orderNumber);
    return {
      title: 'We take your items back',
      blocks: [
        paragraph(`Your return ${returnNumber} for order ${orderNumber} is accepted:`),
        ...(await returnedBlocks(order, data)),
        ...noteBlocks(note),
        paragraph(
          `Please pack the items well, write ${returnNumber} on the parcel, and send it to the address on your invoice. Your refund starts as soon as we have received it.`,
        ),
        await orderButton(order, links),
      ],
    };
  },
});
