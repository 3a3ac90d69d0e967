import { perLanguage } from '@lantern/ui/language';
import { t } from '@lingui/core/macro';
import { statusWords } from '../../order-status/status-words.ts';
import { returnStatusWords } from '../../returns/return-words.ts';
import { addressLabels } from './address-labels.ts';
import {
  cents,
  countriesText,
  country,
  type FieldWords,
  labelled,
  oneOf,
  pixels,
  place,
  plainText,
  storesOwn,
} from './field-text.ts';
import { mailStatusWords } from './mail-status-words.ts';
import { productFields } from './product-fields.ts';
import { promotionWords } from './promotion-words.ts';
import { roleWords } from './role-words.ts';
import { specificationText } from './specification-text.ts';
import { languageName } from './translated-texts.ts';
import { filterText, listWords } from './view-words.ts';

const addressWords = () =>
  Object.fromEntries(
    Object.entries(addressLabels()).map(([name, label]): [string, FieldWords] => [
      name,
      name.endsWith('.country') ? { label, text: country } : { label },
    ]),
  );

/** The fields of an entity whose names are fixed, by its type. */
export const ownFields = perLanguage(
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
