import type { ProductView } from '@lantern/api/catalog/product-view';
import type { Delivery } from '@lantern/api/delivery/methods';
import { CURRENCY, centsText } from '@lantern/text/euros';
import { truncate } from '@lantern/text/normalize';
import { shippingOf } from './feed-shipping.ts';
import type { StoreUrls } from './store-urls.ts';
import { element } from './xml.ts';

/* What Google Merchant takes at most. */
const MAX_ID = 50;
const MAX_TITLE = 150;
const MAX_DESCRIPTION = 5000;
const MAX_MORE_IMAGES = 10;

type Variant = ProductView['variants'][number];

/** A variant as an item of the feed: https://support.google.com/merchants/answer/7052112. */
export function feedItem(product: ProductView, variant: Variant, urls: StoreUrls, methods: Delivery[]): string {
  const { name, description, tagline, slug, images, categories, variants } = product;
  const { sku, options, stock, priceCents } = variant;
  const hasChoice = variants.length > 1;
  const choice = Object.values(options).join(', ');
  const [image, ...others] = images.map(({ url }) => urls.to(url));
  const parts = [
    // A longer SKU would be refused, and a part of it could be another one's.
    ['g:id', sku.length <= MAX_ID ? sku : `variant-${variant.id}`],
    ['g:title', truncate(choice ? `${name}, ${choice}` : name, MAX_TITLE)],
    ['g:description', truncate(description || tagline || name, MAX_DESCRIPTION)],
    ['g:link', urls.product(slug, hasChoice ? sku : undefined)],
    ...(image ? [['g:image_link', image]] : []),
    ...others.slice(0, MAX_MORE_IMAGES).map((other) => ['g:additional_image_link', other]),
    ['g:availability', stock > 0 ? 'in_stock' : 'out_of_stock'],
    ['g:price', priceText(priceCents)],
    ['g:condition', 'new'],
    // Nobody gives this store's products a GTIN, or a brand of their own.
    ['g:identifier_exists', 'no'],
    ...(hasChoice ? [['g:item_group_id', String(product.id)]] : []),
    ...(categories.length > 0 ? [['g:product_type', categories.map((category) => category.name).join(' > ')]] : []),
  ].map(([tag = '', text = '']) => element(tag, text));
  const shipping = shippingOf(priceCents, methods).map(({ country, service, cents }) =>
    [
      '<g:shipping>',
      country ? element('g:country', country) : '',
      element('g:service', service),
      element('g:price', priceText(cents)),
      '</g:shipping>',
    ].join(''),
  );
  return `<item>\n${[...parts, ...shipping].join('\n')}\n</item>\n`;
}

/** 1990 → "19.90 EUR". */
function priceText(cents: number): string {
  return `${centsText(cents)} ${CURRENCY}`;
}
