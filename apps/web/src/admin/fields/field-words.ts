import type { RouterOutputs } from '@lantern/api/types';
import { isolated } from '@lantern/text/isolated';
import { formatCents, formatDateTimeZone } from '@lantern/ui/format';
import { perLanguage } from '@lantern/ui/language';
import type { MessageDescriptor } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { countryName } from '../../address/country-name.ts';
import { statusWords } from '../../order-status/status-words.ts';
import { returnStatusWords } from '../../returns/return-words.ts';
import { addressLabels } from './address-labels.ts';
import { mailStatusWords } from './mail-status-words.ts';
import type { Names } from './names.ts';
import { packedText, parcelWords } from './parcel-words.ts';
import { productFields } from './product-fields.ts';
import { promotionWords } from './promotion-words.ts';
import { repairWords } from './repair-words.ts';
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
  if (typeof value === 'boolean') return value ? t`Yes` : t`No`;
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
const storesOwn = (value: Scalar) => (value === null ? t`The store’s words` : plainText(value));

const country = (code: Scalar) => countryName(String(code));
/** The log lists the codes of countries: "FR, GB". */
const countriesText = (value: Scalar) =>
  value === null ? t`Everywhere` : plainText(value).replace(/\b[A-Z]{2}\b/g, country);

const addressWords = () =>
  Object.fromEntries(
    Object.entries(addressLabels()).map(([name, label]): [string, FieldWords] => [
      name,
      name.endsWith('.country') ? { label, text: country } : { label },
    ]),
  );

/** The labels of what products and variants have. */
function labelled(fields: Record<string, { label: MessageDescriptor; text: (value: Scalar) => string }>) {
  const worded: [string, FieldWords][] = Object.entries(fields).map(([name, { label, text }]) => [
    name,
    { label: t(label), text },
  ]);
  return Object.fromEntries(worded);
}

const own = perLanguage(
  (): Record<string, Record<string, FieldWords>> => ({
    product: {
      ...labelled(productFields),
      specification: { label: t`Specification`, text: specificationText },
      priceCents: { label: t`Listed price`, text: cents },
      categories: { label: t`Categories` },
    },
    category: {
      name: { label: t`Name` },
      slug: { label: t`URL` },
      parentId: { label: t`Parent category` },
      position: { label: t`Position`, text: place },
      accent: { label: t`Colour` },
      imageUrl: { label: t`Image`, image: true },
    },
    user: {
      name: { label: t`Name` },
      email: { label: t`Email` },
      role: { label: t`Role`, text: oneOf(roleWords) },
      disabled: { label: t`Disabled` },
      passwordHash: { label: t`Password`, text: () => t`Changed` },
      sessions: { label: t`Sessions` },
    },
    order: {
      email: { label: t`Email` },
      number: { label: t`Number` },
      userId: { label: t`Customer number` },
      idempotencyKey: { label: t`Checkout key` },
      payloadHash: { label: t`Checkout fingerprint` },
      status: { label: t`Status`, text: oneOf(statusWords) },
      subtotalCents: { label: t`Subtotal`, text: cents },
      discountCents: { label: t`Discount`, text: cents },
      couponCode: { label: t`Coupon` },
      shippingCents: { label: t`Delivery`, text: cents },
      taxCents: { label: t`Tax`, text: cents },
      totalCents: { label: t`Total`, text: cents },
      itemCount: { label: t`Number of items` },
      placedAt: { label: t`Placed` },
      internalNote: { label: t`Internal note` },
      'payment.refundedCents': { label: t`Refunded`, text: cents },
      ...addressWords(),
    },
    image: {
      fileName: { label: t`File` },
      sha256: { label: t`Fingerprint` },
      url: { label: t`Image`, image: true },
      width: { label: t`Width`, text: pixels },
      height: { label: t`Height`, text: pixels },
    },
    delivery_method: {
      code: { label: t`Code` },
      name: { label: t`Name` },
      description: { label: t`Description` },
      priceCents: { label: t`Price`, text: cents },
      freeFromCents: { label: t`Free from`, text: (value) => (value === null ? t`Never` : cents(value)) },
      minDays: { label: t`Days at least`, noun: t`least number of days` },
      maxDays: { label: t`Days at most`, noun: t`greatest number of days` },
      countries: { label: t`Countries`, text: countriesText },
      active: { label: t`Offered` },
      position: { label: t`Position`, text: place },
    },
    mail: { status: { label: t`Status`, text: oneOf(mailStatusWords) } },
    mail_text: {
      subject: { label: t`Subject`, text: storesOwn },
      title: { label: t`Heading`, text: storesOwn },
      text: { label: t`Text`, text: storesOwn },
    },
    page: {
      slug: { label: t`URL` },
      title: { label: t`Title` },
      markdown: { label: t`Text` },
      inFooter: { label: t`In the footer` },
      position: { label: t`Position` },
      published: { label: t`Published` },
    },
    promotion: {
      code: { label: t`Code` },
      kind: { label: t`Kind`, text: oneOf(promotionWords) },
      percent: { label: t`Percent off`, text: (value) => t`${{ percent: plainText(value) }}%` },
      amountCents: { label: t`Amount off`, text: cents },
      minSubtotalCents: { label: t`Minimum`, text: cents },
      categoryIds: { label: t`Categories` },
      startsAt: { label: t`Starts`, noun: t`start` },
      endsAt: { label: t`Ends`, noun: t`end` },
      usageLimit: { label: t`Uses in all`, noun: t`number of uses` },
      perCustomerLimit: { label: t`Uses per customer`, noun: t`number of uses per customer` },
      active: { label: t`Active` },
    },
    return: {
      status: { label: t`Status`, text: oneOf(returnStatusWords) },
      note: { label: t`Note` },
      restocked: { label: t`Returned to stock` },
    },
    term: {
      language: { label: t`Language`, text: (code) => languageName(plainText(code)) },
      source: { label: t`Text` },
      text: { label: t`Translation` },
    },
    synonym: { words: { label: t`Words` } },
    view: {
      userId: { label: t`Account number` },
      list: { label: t`List`, text: oneOf(listWords) },
      name: { label: t`Name` },
      query: { label: t`Filters`, text: (query) => filterText(plainText(query)) },
    },
  }),
);

/** A field of one variant: "Price of Red / L". */
function ofOne(label: string, variant: string): FieldWords {
  return { label: variant ? t`${label} of ${{ variant: isolated(variant) }}` : label, noun: label, of: variant };
}

function inCategory(name: string): FieldWords {
  return { label: t`Category ${name}`, of: name };
}

type Part = [pattern: RegExp, words: (asked: Asked, ...found: string[]) => FieldWords | null];

const scalars = [...Object.keys(variantFields), 'position'].join('|');
const ofVariant = perLanguage(
  (): Record<string, FieldWords> => ({
    ...labelled(variantFields),
    imageUrl: { label: t(variantFields.imageUrl.label), image: true },
    position: { label: t`Position`, text: place },
  }),
);

/** Nested fields, whose names include the key of the item they belong to. A SKU may contain a dot. */
const parts: Record<string, Part[]> = {
  category: [
    [/^texts\.([a-z]+)\.name$/, (_, language = '') => ({ label: t`Name in ${{ language: languageName(language) }}` })],
  ],
  mail_text: [
    [
      /^texts\.([a-z]+)\.(.+)$/,
      (_, language = '', name) => {
        const words = own().mail_text?.[name ?? ''];
        return words
          ? { ...words, label: t`${{ text: words.label }} in ${{ language: languageName(language) }}` }
          : null;
      },
    ],
  ],
  page: [
    [
      /^texts\.([a-z]+)\.title$/,
      (_, language = '') => ({ label: t`Title in ${{ language: languageName(language) }}` }),
    ],
    [
      /^texts\.([a-z]+)\.markdown$/,
      (_, language = '') => ({ label: t`Text in ${{ language: languageName(language) }}` }),
    ],
  ],
  product: [
    [
      /^texts\.([a-z]+)\.nameSearch$/,
      (_, code = '') => ({ label: t`Search by name in ${{ language: languageName(code) }}` }),
    ],
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
        const words = ofVariant()[name];
        return words ? { ...words, ...ofOne(words.label, variant(sku)) } : null;
      },
    ],
    [/^variants\.(\d+)\.options$/, (_, at) => ({ label: t`Options of variant ${{ number: Number(at) + 1 }}` })],
    [/^variants\.(.+?)\.options\.(.+)$/, ({ variant }, sku = '', name = '') => ofOne(isolated(name), variant(sku))],
    [/^images\.(\d+)\.url$/, (_, at) => ({ label: t`Image ${{ number: Number(at) + 1 }}`, image: true })],
    [/^images\.(\d+)\.alt$/, (_, at) => ({ label: t`Description of image ${{ number: Number(at) + 1 }}` })],
    [/^categories\.(.+)$/, ({ names }, slug = '') => inCategory(names.categoryAt(slug) ?? slug)],
  ],
  order: [
    [
      /^items\.(.+)\.restockedQuantity$/,
      ({ item }, sku = '') => ({ label: t`Returned to stock of ${{ item: isolated(item?.(sku) ?? sku) }}` }),
    ],
    [
      /^items\.(.+)\.moved$/,
      ({ item }, sku = '') => ({ label: t`Stock movement of ${{ item: isolated(item?.(sku) ?? sku) }}` }),
    ],
    [
      /^timeline\.(\d+)\.amountCents$/,
      (_, step = '') => ({ label: t`Refund in step ${step} of the timeline`, text: cents }),
    ],
    [
      /^parcels\.(\d+)\.(items|carrier|trackingNumber|trackingUrl)$/,
      ({ item }, position = '', field = '') => ({
        label: parcelWords[field]?.(position) ?? field,
        ...(field === 'items' && item && { text: (value) => packedText(plainText(value), item) }),
      }),
    ],
  ],
};

/** The label of a field of this entity type; null if it has none. */
export function fieldWords(type: string, field: string, asked: Asked): FieldWords | null {
  const known = own()[type];
  if (known && Object.hasOwn(known, field)) return known[field] ?? null;
  for (const [pattern, words] of parts[type] ?? []) {
    const found = pattern.exec(field);
    if (found) return words(asked, ...found.slice(1));
  }
  const label = repairWords()[type]?.[field];
  return label === undefined ? null : { label };
}
