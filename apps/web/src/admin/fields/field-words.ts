import type { RouterOutputs } from '@lantern/api/types';
import { countryName } from '@lantern/text/address';
import { isolated } from '@lantern/text/isolated';
import { formatCents, formatDateTimeZone } from '@lantern/ui/format';
import type { MessageDescriptor } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { statusWords } from '../../order-status/status-words.ts';
import { returnStatusWords } from '../../returns/return-words.ts';
import { mailStatusWords } from './mail-status-words.ts';
import type { Names } from './names.ts';
import { productFields } from './product-fields.ts';
import { promotionWords } from './promotion-words.ts';
import { roleWords } from './role-words.ts';
import { specificationText } from './specification-text.ts';
import { languageName, textLabel, textNames } from './translated-texts.ts';
import { type Scalar, textOf, variantFields } from './variant-fields.ts';
import { filterText, listWords } from './view-words.ts';

export type LoggedEntry = RouterOutputs['admin']['activity']['list']['items'][number];
export type LoggedChange = LoggedEntry['changes'][number];

/** The label of a field in the log, and how its values are shown. */
export interface FieldWords {
  label: string;
  /** What it is called within a sentence; the label by default. */
  noun?: string;
  /** The variant or category that it belongs to; empty if the product has only one variant. */
  of?: string;
  /** Formats a value; `plainText` by default. */
  text?: (value: Scalar) => string;
  /** Its values are image URLs. */
  image?: true;
}

interface Asked {
  names: Pick<Names, 'categoryAt'>;
  /** The label of a variant in this entry; empty if the product has no other. */
  variant: (sku: string) => string;
  /** The name of an order's item. */
  item?: (sku: string) => string;
}

/** Formats any value: booleans as yes or no, times with their time zone. */
export function plainText(value: Scalar): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return formatDateTimeZone(value);
  return textOf(value);
}

const cents = (value: Scalar) => (typeof value === 'number' ? formatCents(value) : plainText(value));
/** The log counts positions from 0, people count from 1. */
const place = (value: Scalar) => (typeof value === 'number' ? String(value + 1) : plainText(value));
const pixels = (value: Scalar) => `${plainText(value)} px`;
function oneOf(words: Record<string, string | MessageDescriptor>) {
  return (value: Scalar) => {
    const word = words[String(value)];
    if (word === undefined) return plainText(value);
    return typeof word === 'string' ? word : t(word);
  };
}

/** Of the words of a mail. */
const storesOwn = (value: Scalar) => (value === null ? 'The store’s words' : plainText(value));

/** The log lists the codes of countries: "FR, GB". */
const countriesText = (value: Scalar) =>
  value === null ? 'Everywhere' : plainText(value).replace(/\b[A-Z]{2}\b/g, countryName);

/** The labels of an address stored under `name`. */
function addressWords(name: string, kind: 'Delivery' | 'Billing'): Record<string, FieldWords> {
  return {
    [`${name}.fullName`]: { label: `${kind} name` },
    [`${name}.line1`]: { label: `${kind} address` },
    [`${name}.line2`]: { label: `${kind} address, line 2` },
    [`${name}.city`]: { label: `${kind} city` },
    [`${name}.region`]: { label: `${kind} region` },
    [`${name}.postalCode`]: { label: `${kind} postal code` },
    [`${name}.country`]: { label: `${kind} country`, text: (code) => countryName(String(code)) },
    [`${name}.phone`]: { label: `${kind} phone` },
  };
}

const own: Record<string, Record<string, FieldWords>> = {
  product: { ...productFields, specification: { label: 'Specification', text: specificationText } },
  category: {
    name: { label: 'Name' },
    slug: { label: 'URL' },
    parentId: { label: 'Parent category' },
    position: { label: 'Position', text: place },
    accent: { label: 'Colour' },
    imageUrl: { label: 'Image', image: true },
  },
  user: {
    name: { label: 'Name' },
    email: { label: 'Email' },
    role: { label: 'Role', text: oneOf(roleWords) },
    disabled: { label: 'Disabled' },
    passwordHash: { label: 'Password', text: () => 'Changed' },
    sessions: { label: 'Sessions' },
  },
  order: {
    email: { label: 'Email' },
    number: { label: 'Number' },
    userId: { label: 'Customer number' },
    idempotencyKey: { label: 'Checkout key' },
    payloadHash: { label: 'Checkout fingerprint' },
    status: { label: 'Status', text: oneOf(statusWords) },
    subtotalCents: { label: 'Subtotal', text: cents },
    discountCents: { label: 'Discount', text: cents },
    couponCode: { label: 'Coupon' },
    shippingCents: { label: 'Delivery', text: cents },
    taxCents: { label: 'Tax', text: cents },
    totalCents: { label: 'Total', text: cents },
    itemCount: { label: 'Number of items' },
    placedAt: { label: 'Placed' },
    internalNote: { label: 'Internal note' },
    'payment.refundedCents': { label: 'Refunded', text: cents },
    ...addressWords('shippingAddress', 'Delivery'),
    ...addressWords('billingAddress', 'Billing'),
  },
  image: {
    fileName: { label: 'File' },
    sha256: { label: 'Fingerprint' },
    url: { label: 'Image', image: true },
    width: { label: 'Width', text: pixels },
    height: { label: 'Height', text: pixels },
  },
  delivery_method: {
    code: { label: 'Code' },
    name: { label: 'Name' },
    description: { label: 'Description' },
    priceCents: { label: 'Price', text: cents },
    freeFromCents: { label: 'Free from', text: (value) => (value === null ? 'Never' : cents(value)) },
    minDays: { label: 'Days at least', noun: 'least number of days' },
    maxDays: { label: 'Days at most', noun: 'greatest number of days' },
    countries: { label: 'Countries', text: countriesText },
    active: { label: 'Offered' },
    position: { label: 'Position', text: place },
  },
  mail: { status: { label: 'Status', text: oneOf(mailStatusWords) } },
  mail_text: {
    subject: { label: 'Subject', text: storesOwn },
    title: { label: 'Heading', text: storesOwn },
    text: { label: 'Text', text: storesOwn },
  },
  page: {
    slug: { label: 'URL' },
    title: { label: 'Title' },
    markdown: { label: 'Text' },
    inFooter: { label: 'In the footer' },
    position: { label: 'Position' },
    published: { label: 'Published' },
  },
  promotion: {
    code: { label: 'Code' },
    kind: { label: 'Kind', text: oneOf(promotionWords) },
    percent: { label: 'Percent off', text: (value) => `${plainText(value)}%` },
    amountCents: { label: 'Amount off', text: cents },
    minSubtotalCents: { label: 'Minimum', text: cents },
    categoryIds: { label: 'Categories' },
    startsAt: { label: 'Starts', noun: 'start' },
    endsAt: { label: 'Ends', noun: 'end' },
    usageLimit: { label: 'Uses in all', noun: 'number of uses' },
    perCustomerLimit: { label: 'Uses per customer', noun: 'number of uses per customer' },
    active: { label: 'Active' },
  },
  return: {
    status: { label: 'Status', text: oneOf(returnStatusWords) },
    note: { label: 'Note' },
    restocked: { label: 'Returned to stock' },
  },
  synonym: { words: { label: 'Words' } },
  view: {
    userId: { label: 'Account number' },
    list: { label: 'List', text: oneOf(listWords) },
    name: { label: 'Name' },
    query: { label: 'Filters', text: (query) => filterText(plainText(query)) },
  },
};

const parcelWords: Record<string, string> = {
  items: 'Parcel',
  carrier: 'Carrier of parcel',
  trackingNumber: 'Tracking number of parcel',
  trackingUrl: 'Tracking link of parcel',
};

/** A field of one variant: "Price of Red / L". */
function ofOne(label: string, variant: string): FieldWords {
  return { label: variant ? `${label} of ${isolated(variant)}` : label, noun: label, of: variant };
}

function inCategory(name: string): FieldWords {
  return { label: `Category ${name}`, of: name };
}

/** The log has a parcel's items by their SKUs, "2 × MUG-1, 1 × POT-3"; a SKU may contain a comma. */
function packedText(packed: string, item: (sku: string) => string): string {
  return packed.replace(/(\d+ × )(.+?)(?=, \d+ × |$)/g, (_, quantity, sku) => `${quantity}${isolated(item(sku))}`);
}

type Part = [pattern: RegExp, words: (asked: Asked, ...found: string[]) => FieldWords | null];

const scalars = [...Object.keys(variantFields), 'position'].join('|');
const ofVariant: Record<string, FieldWords> = {
  ...variantFields,
  imageUrl: { label: variantFields.imageUrl.label, image: true },
  position: { label: 'Position', text: place },
};

/** Nested fields, whose names include the key of the item they belong to. A SKU may contain a dot. */
const parts: Record<string, Part[]> = {
  category: [[/^texts\.([a-z]+)\.name$/, (_, language = '') => ({ label: `Name in ${languageName(language)}` })]],
  product: [
    [
      /^texts\.([a-z]+)\.(.+)$/,
      (_, language = '', name) => {
        const text = textNames.find((one) => one === name);
        return text ? { label: textLabel(language, text) } : null;
      },
    ],
    [
      new RegExp(`^variants\\.(.+?)\\.(${scalars})$`),
      ({ variant }, sku = '', name = '') => {
        const words = ofVariant[name];
        return words ? { ...words, ...ofOne(words.label, variant(sku)) } : null;
      },
    ],
    [/^variants\.(\d+)\.options$/, (_, at) => ({ label: `Options of variant ${Number(at) + 1}` })],
    [/^variants\.(.+?)\.options\.(.+)$/, ({ variant }, sku = '', name = '') => ofOne(isolated(name), variant(sku))],
    [/^images\.(\d+)\.url$/, (_, at) => ({ label: `Image ${Number(at) + 1}`, image: true })],
    [/^images\.(\d+)\.alt$/, (_, at) => ({ label: `Description of image ${Number(at) + 1}` })],
    [/^categories\.(.+)$/, ({ names }, slug = '') => inCategory(names.categoryAt(slug) ?? slug)],
  ],
  order: [
    [
      /^items\.(.+)\.restockedQuantity$/,
      ({ item }, sku = '') => ({ label: `Returned to stock of ${isolated(item?.(sku) ?? sku)}` }),
    ],
    [
      /^parcels\.(\d+)\.(items|carrier|trackingNumber|trackingUrl)$/,
      ({ item }, position, field = '') => ({
        label: `${parcelWords[field]} ${position}`,
        ...(field === 'items' && item && { text: (value) => packedText(plainText(value), item) }),
      }),
    ],
  ],
};

/** The label of a field of this entity type; null if it has none. */
export function fieldWords(type: string, field: string, asked: Asked): FieldWords | null {
  const known = own[type];
  if (known && Object.hasOwn(known, field)) return known[field] ?? null;
  for (const [pattern, words] of parts[type] ?? []) {
    const found = pattern.exec(field);
    if (found) return words(asked, ...found.slice(1));
  }
  return null;
}
