/** Stands for the tracking number in the template of a link. */
export const NUMBER_PLACE = '{number}';

/** The pages on which carriers show the way of a parcel. */
const pages: Record<string, string> = {
  DHL: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}',
  DPD: 'https://tracking.dpd.de/status/en_US/parcel/{number}',
  FedEx: 'https://www.fedex.com/fedextrack/?trknbr={number}',
  GLS: 'https://gls-group.com/EU/en/parcel-tracking?match={number}',
  Hermes: 'https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation#{number}',
  'Royal Mail': 'https://www.royalmail.com/track-your-item#/tracking-results/{number}',
  UPS: 'https://www.ups.com/track?tracknum={number}',
  USPS: 'https://tools.usps.com/go/TrackConfirmAction?tLabels={number}',
};

/** The carriers whose pages are known, by name. */
export const knownCarriers = Object.keys(pages);

const pageOf = new Map(Object.entries(pages).map(([carrier, page]) => [carrier.toLowerCase(), page]));

/** The template of a carrier's links, in whatever case it is written; undefined for a carrier that is not known. */
export function trackingPage(carrier: string): string | undefined {
  return pageOf.get(carrier.trim().toLowerCase());
}

/**
 * The link to one parcel; a page without a place for the number is the link. Undefined if the number is nothing that
 * belongs in one. Carriers print spaces into their numbers, which their pages do not expect.
 */
export function trackingLink(page: string, trackingNumber: string): string | undefined {
  if (!page.includes(NUMBER_PLACE)) return page;
  const compact = trackingNumber.replaceAll(/\s/g, '');
  return /^[A-Z0-9-]+$/i.test(compact) ? page.replaceAll(NUMBER_PLACE, compact) : undefined;
}
