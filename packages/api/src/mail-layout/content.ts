/** A line of an order. */
export interface MailLine {
  name: string;
  /** "Sand, 3 m"; empty for a product without options. */
  options: string;
  quantity: number;
  /** "Quantity 2". */
  quantityText: string;
  /** The amount for its whole quantity, before any discount: "€39.80". */
  total: string;
  /** The address of its picture within the mail; null if it has none. */
  picture: string | null;
  /** What a coupon takes off it, "−€2.50 with SPRING10"; empty if nothing. */
  discount: string;
}

/** A part of a mail, which has a form in HTML and one in plain text. */
export type MailBlock =
  | { type: 'paragraph'; text: string }
  /** Words of somebody else, set apart from the store's. */
  | { type: 'note'; text: string }
  | { type: 'button'; label: string; url: string }
  | { type: 'lines'; lines: MailLine[] }
  /** What the mail is about, as a picture within it. */
  | { type: 'picture'; picture: string }
  /** Amounts under each other; the last one is their sum. */
  | { type: 'amounts'; amounts: { label: string; text: string }[] }
  | { type: 'address'; title: string; lines: string[] };

/** What a mail says, whether it is read as HTML or as plain text. */
export interface MailContent {
  /** ISO 639. */
  language: string;
  title: string;
  blocks: MailBlock[];
}

export const paragraph = (text: string): MailBlock => ({ type: 'paragraph', text });

export const button = (label: string, url: string): MailBlock => ({ type: 'button', label, url });
