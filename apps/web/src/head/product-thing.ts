import type { RouterOutputs } from '@lantern/api/types';
import { CURRENCY, centsText } from '@lantern/text/euros';
import type { Offer, Product, ProductGroup, PropertyValue } from 'schema-dts';
import { optionsText, productPath } from '../lib/paths.ts';

type ProductView = RouterOutputs['catalog']['bySlug'];
type Variant = ProductView['variants'][number];

/** The options for which schema.org has a property, by their names in lower case. */
const properties = new Map<string, 'color' | 'material' | 'pattern' | 'size'>([
  ['colour', 'color'],
  ['color', 'color'],
  ['material', 'material'],
  ['pattern', 'pattern'],
  ['size', 'size'],
]);

/**
 * What is sold on a product's page, with price and stock of each variant: one product, or a group of those to choose from.
 * Not an AggregateOffer, which is one thing offered by several sellers.
 * @param origin of the store.
 */
export function productThing(product: ProductView, origin: string): Product | ProductGroup {
  const { id, name, description, tagline, slug, images, variants } = product;
  const shared = {
    description: description || tagline || name,
    image: images.map(({ url }) => `${origin}${url}`),
  };
  const [only] = variants;
  if (only && variants.length === 1) {
    return {
      '@type': 'Product',
      name,
      ...shared,
      ...soldAs(only),
      offers: offerOf(only, `${origin}${productPath(slug)}`),
    };
  }
  return {
    '@type': 'ProductGroup',
    productGroupID: String(id),
    name,
    ...shared,
    url: `${origin}${productPath(slug)}`,
    variesBy: [...new Set(variants.flatMap(({ options }) => Object.keys(options).map(propertyOf)))],
    hasVariant: variants.map((variant) => ({
      '@type': 'Product',
      name: `${name}, ${optionsText(variant.options)}`,
      ...shared,
      ...soldAs(variant),
      offers: offerOf(variant, `${origin}${productPath(slug, variant.sku)}`),
    })),
  };
}

/** Its SKU and choices. */
function soldAs({ sku, options }: Variant): Omit<Exclude<Product, string>, '@type'> {
  const additionalProperty: PropertyValue[] = [];
  const known: Partial<Record<'color' | 'material' | 'pattern' | 'size', string>> = {};
  for (const [name, value] of Object.entries(options)) {
    const property = properties.get(name.toLowerCase());
    if (property) known[property] = value;
    else additionalProperty.push({ '@type': 'PropertyValue', name, value });
  }
  return { sku, ...known, ...(additionalProperty.length > 0 && { additionalProperty }) };
}

function propertyOf(option: string): string {
  const property = properties.get(option.toLowerCase());
  return property ? `https://schema.org/${property}` : option;
}

/** The price with tax, and whether it can be bought: in the two words that product feeds know as well. */
function offerOf({ priceCents, stock }: Variant, url: string): Offer {
  return {
    '@type': 'Offer',
    url,
    price: centsText(priceCents),
    priceCurrency: CURRENCY,
    availability: stock > 0 ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock',
    itemCondition: 'https://schema.org/NewCondition',
  };
}
