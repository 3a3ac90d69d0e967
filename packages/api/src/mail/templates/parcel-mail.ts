import type { Order } from '@lantern/db/models/order';
import { z } from 'zod';
import { button, type MailBlock, paragraph } from '../../mail-layout/content.ts';
import type { Language } from '../../words/language.ts';
import type { MailWriter } from '../writer.ts';
import { linesBlock, orderStepData } from './order-mail.ts';

/** A parcel as it left: it is in the mail, because the order's may be taken back before the mail is sent. */
const parcelData = z.object({
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  trackingUrl: z.string().nullable(),
  /** `before`: how much of the line left in earlier parcels. A mail that an older version queued does not know. */
  items: z.array(z.object({ itemId: z.number(), quantity: z.number(), before: z.number().default(0) })),
});
type ParcelData = z.output<typeof parcelData>;

/** What a mail about a parcel is made from. */
export const shipmentData = orderStepData.extend({ parcel: parcelData.nullable().default(null) });

/** What is in the parcel and where it is; without a parcel, the order's lines. */
export async function parcelBlocks(order: Order, parcel: ParcelData | null, writer: MailWriter): Promise<MailBlock[]> {
  if (!parcel || parcel.items.length === 0) return [await linesBlock(order, writer)];
  return [await linesBlock(order, writer, parcel.items), ...trackingBlocks(parcel, writer)];
}

function trackingBlocks({ carrier, trackingNumber, trackingUrl }: ParcelData, { words }: Language): MailBlock[] {
  const { orderMail } = words;
  const facts = [carrier && orderMail.carrier(carrier), trackingNumber && orderMail.trackingNumber(trackingNumber)];
  const said = facts.filter((fact) => fact !== null).join('. ');
  return [...(said ? [paragraph(said)] : []), ...(trackingUrl ? [button(orderMail.trackParcel, trackingUrl)] : [])];
}
