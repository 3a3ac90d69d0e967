import { optionProperty } from '@lantern/api/catalog/option-property';
import type { ProductView } from '@lantern/api/catalog/product-view';
import type { Delivery } from '@lantern/api/delivery/methods';
import { currency } from '@lantern/text/currency';
import { centsText } from '@lantern/text/money';
import { truncate } from '@lantern/text/normalize';
import { type Shipping, shippingOf } from './feed-shipping.ts';
import type { StoreUrls } from './store-urls.ts';
import { element } from './xml.ts';

/* What Google Merchant takes at most. */
const MAX_ID = 50;
const MAX_TITLE = 150;
const MAX_DESCRIPTION = 5000;
const MAX_MORE_IMAGES = 10;
const MAX_CHOICE = 100;

type Variant = ProductView['variants'][number];

/** A variant as an item of the feed: https://support.google.com/merchants/answer/7052112. */
export function feedItem(product: ProductView, variant: Variant, urls: StoreUrls, methods: Delivery[]): string {
  const { name, description, tagline, slug, specification, images, categories } = product;
  const { sku, options, stock, priceCents, imageUrl } = variant;
  const hasChoice = product.variants.length > 1;
  const choice = Object.values(options).join(', ');
  const type = categories.map((category) => category.name).join(' > ');
  // Its own picture first.
  const shown = [...new Set([...(imageUrl === null ? [] : [imageUrl]), ...images.map(({ url }) => url)])];
  const [image, ...others] = shown.map((url) => urls.image(url));
  const parts = [
    // A longer SKU would be refused, and a part of it could be another one's.
    element('g:id', sku.length <= MAX_ID ? sku : `variant-${variant.id}`),
    element('g:title', truncate(choice ? `${name}, ${choice}` : name, MAX_TITLE)),
    element('g:description', truncate(description || tagline || name, MAX_DESCRIPTION)),
    element('g:link', urls.product(slug, hasChoice ? sku : undefined)),
    image && element('g:image_link', image),
    ...others.slice(0, MAX_MORE_IMAGES).map((other) => element('g:additional_image_link', other)),
    element('g:availability', stock > 0 ? 'in_stock' : 'out_of_stock'),
    element('g:price', priceText(priceCents)),
    element('g:condition', 'new'),
    // The store knows of no GTIN, and of no brand.
    element('g:identifier_exists', 'no'),
    hasChoice && element('g:item_group_id', String(product.id)),
    ...Object.entries(options).map(choiceElement),
    ...specification.map(detailElement),
    type && element('g:product_type', type),
    ...shippingOf(priceCents, methods).map(shippingElement),
  ];
  return `<item>\n${parts.filter(Boolean).join('\n')}\n</item>\n`;
}

/** The choice of an option that Google knows; empty for another. */
function choiceElement([option, value]: [string, string]): string {
  const property = optionProperty(option);
  return property ? element(`g:${property}`, truncate(value, MAX_CHOICE)) : '';
}

function detailElement({ name, value }: ProductView['specification'][number]): string {
  return `<g:product_detail>${element('g:attribute_name', name)}${element('g:attribute_value', value)}</g:product_detail>`;
}

function shippingElement({ country, service, cents }: Shipping): string {
  const where = country ? element('g:country', country) : '';
  return `<g:shipping>${where}${element('g:service', service)}${element('g:price', priceText(cents))}</g:shipping>`;
}

/** 1990 → "19.90 EUR". */
function priceText(cents: number): string {
  return `${centsText(cents)} ${currency().code}`;
}
