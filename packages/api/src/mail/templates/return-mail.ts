import type { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { isolated } from '@lantern/text/isolated';
import { z } from 'zod';
import { type MailBlock, paragraph } from '../../mail-layout/content.ts';
import { exampleOrder, orderStepData } from './order-mail.ts';

/** What a mail about a return is made from. */
export const returnData = orderStepData.extend({
  returnNumber: z.string(),
  items: z.array(z.object({ itemId: z.number(), quantity: z.number() })),
});
/** What an example of it is made from. */
export const exampleReturn = { ...exampleOrder, returnNumber: `${exampleOrder.orderNumber}-R1`, items: [] };

/** What its placeholders stand for. */
export const returnValues = ({ orderNumber, returnNumber }: ReturnData) => ({ orderNumber, returnNumber });

type ReturnData = z.output<typeof returnData>;

/** What the customer wants to send back, without amounts: the refund has a mail of its own, with what it comes to. */
export async function returnedBlocks({ id: orderId }: Order, { items }: ReturnData): Promise<MailBlock[]> {
  const bought = await OrderItem.findAll({ where: { orderId }, attributes: ['id', 'name', 'options'], raw: true });
  return items.flatMap(({ itemId, quantity }) => {
    const item = bought.find(({ id }) => id === itemId);
    if (!item) return [];
    const options = Object.values(item.options).map(isolated).join(', ');
    return [paragraph(`${quantity} × ${isolated(item.name)}${options && ` (${options})`}`)];
  });
}
