import { isolated } from '@lantern/text/isolated';
import { perLanguage } from '@lantern/ui/language';
import { t } from '@lingui/core/macro';
import { cents, type FieldWords, labelled, place, plainText } from './field-text.ts';
import type { Names } from './names.ts';
import { ownFields } from './own-fields.ts';
import { packedText, parcelWords } from './parcel-words.ts';
import { languageName, textLabel, textNames } from './translated-texts.ts';
import { variantFields } from './variant-fields.ts';

/** Who gives names to the parts of a nested field. */
export interface Asked {
  names: Pick<Names, 'categoryAt'>;
  /** The label of a variant in this entry; empty if the product has no other. */
  variant: (sku: string) => string;
  /** The name of an order's item. */
  item?: (sku: string) => string;
}

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
export const nestedFields: Record<string, Part[]> = {
  category: [
    [/^texts\.([a-z]+)\.name$/, (_, language = '') => ({ label: t`Name in ${{ language: languageName(language) }}` })],
  ],
  mail_text: [
    [
      /^texts\.([a-z]+)\.(.+)$/,
      (_, language = '', name) => {
        const words = ownFields().mail_text?.[name ?? ''];
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
