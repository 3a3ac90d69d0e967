import { Invoice } from '@lantern/db/models/invoice';
import { Order } from '@lantern/db/models/order';
import type { Viewer } from '../sessions/viewer.ts';
import { DAY_MS } from '../shared/dates.ts';
import { notFound } from '../shared/shop-error.ts';
import type { AccessTokens } from './access-tokens.ts';

/** How long a guest's link opens a document. The page that has the link gets another one whenever it is opened. */
const LINK_MS = DAY_MS;

const PATH = '/invoices/';
const FORMAT = '.pdf';

interface DocumentServices {
  accessTokens: AccessTokens;
}

/** Where an order's documents are, as paths. */
export interface DocumentLinks {
  /** Absent until the invoice is issued, soon after the payment. */
  invoiceUrl?: string;
  /** Oldest first. */
  creditNotes: { number: string; url: string }[];
}

/** The columns that `linksTo` reads. */
type Issued = Pick<Invoice, 'number' | 'kind'>;

/** An order's documents, oldest first. */
export function documentsOf({ id: orderId }: Order): Promise<Issued[]> {
  return Invoice.findAll({ where: { orderId }, attributes: ['number', 'kind'], order: ['id'], raw: true });
}

export function linksTo(documents: Issued[]): DocumentLinks {
  const invoice = documents.find(({ kind }) => kind === 'invoice');
  const notes = documents.filter(({ kind }) => kind === 'credit_note');
  return {
    ...(invoice && { invoiceUrl: documentUrl(invoice.number) }),
    creditNotes: notes.map(({ number }) => ({ number, url: documentUrl(number) })),
  };
}

/** The path of a document for its customer, when logged in, and for admins. */
export function documentUrl(number: string): string {
  return `${PATH}${number}${FORMAT}`;
}

/** An order as a request sees it: opened with a token, its links have tokens of their own. */
export async function withLinksFor<View extends DocumentLinks>(
  { accessTokens }: DocumentServices,
  { accessToken }: { accessToken?: string },
  view: View,
): Promise<View> {
  if (accessToken === undefined) return view;
  const signed = async (number: string) => {
    const token = await accessTokens.issue(number, LINK_MS);
    return `${documentUrl(number)}?token=${encodeURIComponent(token)}`;
  };
  const { invoiceUrl, creditNotes } = view;
  return {
    ...view,
    ...(invoiceUrl && { invoiceUrl: await signed(numberIn(invoiceUrl)) }),
    creditNotes: await Promise.all(creditNotes.map(async ({ number }) => ({ number, url: await signed(number) }))),
  };
}

function numberIn(url: string): string {
  return url.slice(PATH.length, -FORMAT.length);
}

/** Who asks for a document: a token decides alone, whoever is logged in. */
interface Reader {
  viewer: Viewer | null;
  token?: string;
}

/**
 * A document that its reader may see: the order's owner, an admin, or who has a token for it.
 * @throws {ShopError} NOT_FOUND, so that nobody learns which numbers exist.
 */
export async function readDocument(
  { accessTokens }: DocumentServices,
  number: string,
  { viewer, token }: Reader,
): Promise<Invoice> {
  const invoice = await Invoice.findOne({ where: { number }, raw: true });
  if (!invoice) throw notFound('document');
  if (token !== undefined) await accessTokens.check(number, token);
  else if (!(await isReadableBy(viewer, invoice))) throw notFound('document');
  return invoice;
}

async function isReadableBy(viewer: Viewer | null, { orderId }: Invoice): Promise<boolean> {
  if (!viewer) return false;
  return viewer.role === 'admin' || (await Order.count({ where: { id: orderId, userId: viewer.id } })) === 1;
}
