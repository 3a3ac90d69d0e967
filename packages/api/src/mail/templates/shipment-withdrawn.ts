import { template } from '../template.ts';
import { exampleOrder, orderButton, orderData, orderOf, orderValues } from './order-mail.ts';

/** A parcel that was said to be on its way, by mistake. */
export const shipmentWithdrawn = template({
  schema: orderData,
  occasion: 'When you take a shipment back that a mail has announced.',
  example: exampleOrder,
  values: orderValues,
  async blocks({ orderNumber }, writer) {
    return [await orderButton(await orderOf(orderNumber), writer)];
  },
});
