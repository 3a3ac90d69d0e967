import { type OptionProperty, optionProperty } from '@lantern/api/catalog/option-property';
import type { RouterOutputs } from '@lantern/api/types';
import { currency } from '@lantern/text/currency';
import { largestImage } from '@lantern/text/image-url';
import { centsText } from '@lantern/text/money';
import type { Offer, Product, ProductGroup, PropertyValue } from 'schema-dts';
import { languagePath } from '../language/language-path.ts';
import { productPath } from '../lib/paths.ts';

type ProductView = RouterOutputs['catalog']['bySlug'];
type Variant = ProductView['variants'][number];

/**
 * What is sold on a product's page, with price and stock of each variant: one product, or a group of those to choose from.
 * Not an AggregateOffer, which is one thing offered by several sellers.
 * @param origin of the store.
 */
export function productThing(product: ProductView, origin: string): Product | ProductGroup {
  const { id, name, slug, variants } = product;
  const image = product.images.map(({ url }) => new URL(largestImage(url).url, origin).href);
  const about = { name, description: product.description || product.tagline || name, image };
  const facts = product.specification.map(propertyValue);
  const [only] = variants;
  if (only && variants.length === 1) {
    return {
      '@type': 'Product',
      ...about,
      ...soldAs(only, facts),
      offers: offerOf(only, `${origin}${languagePath(productPath(slug))}`),
    };
  }
  return {
    '@type': 'ProductGroup',
    productGroupID: String(id),
    ...about,
    url: `${origin}${languagePath(productPath(slug))}`,
    ...(facts.length > 0 && { additionalProperty: facts }),
    variesBy: [...new Set(variants.flatMap(({ options }) => Object.keys(options).map(propertyOf)))],
    hasVariant: variants.map((variant) => ({
      '@type': 'Product',
      name: `${name}, ${Object.values(variant.options).join(', ')}`,
      // The group has the others and the description: a hundred variants would repeat them a hundred times.
      image: variant.imageUrl === null ? image.slice(0, 1) : [new URL(largestImage(variant.imageUrl).url, origin).href],
      ...soldAs(variant),
      offers: offerOf(variant, `${origin}${languagePath(productPath(slug, variant.sku))}`),
    })),
  };
}

/** Its SKU and choices, with other facts about it. */
function soldAs({ sku, options }: Variant, facts: PropertyValue[] = []): Omit<Exclude<Product, string>, '@type'> {
  const additionalProperty = [...facts];
  const known: Partial<Record<OptionProperty, string>> = {};
  for (const [name, value] of Object.entries(options)) {
    const property = optionProperty(name);
    if (property) known[property] = value;
    else additionalProperty.push(propertyValue({ name, value }));
  }
  return { sku, ...known, ...(additionalProperty.length > 0 && { additionalProperty }) };
}

function propertyValue({ name, value }: ProductView['specification'][number]): PropertyValue {
  return { '@type': 'PropertyValue', name, value };
}

function propertyOf(option: string): string {
  const property = optionProperty(option);
  return property ? `https://schema.org/${property}` : option;
}

/** The price with tax, and whether it can be bought: in the two words that product feeds know as well. */
function offerOf({ priceCents, stock }: Variant, url: string): Offer {
  return {
    '@type': 'Offer',
    url,
    price: centsText(priceCents),
    priceCurrency: currency().code,
    availability: stock > 0 ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock',
    itemCondition: 'https://schema.org/NewCondition',
  };
}
