import { slugify } from '@lantern/text/slug';
import { germanTexts } from './demo/german.ts';
import { demoProducts } from './demo/products.ts';
import type { DemoProduct } from './demo/types.ts';
import { demoImageUrl } from './images.ts';
import type { SeedProduct } from './seed-product.ts';

/** The demo products, alternating between the categories, so that "newest" shows a mix. */
export function* demoCatalogue(): Generator<SeedProduct> {
  const byCategory = new Map<string, DemoProduct[]>();
  for (const product of demoProducts) {
    byCategory.set(product.category, [...(byCategory.get(product.category) ?? []), product]);
  }
  const longest = Math.max(...[...byCategory.values()].map((products) => products.length));
  for (let row = 0; row < longest; row++) {
    for (const products of byCategory.values()) {
      const product = products[row];
      if (product) yield toSeed(product);
    }
  }
}

function toSeed({ priceCents, variants, tagline, specification, ...rest }: DemoProduct): SeedProduct {
  const slug = slugify(rest.name);
  const german = germanTexts[slug];
  return {
    ...rest,
    slug,
    texts: german && { de: { ...german, tagline: german.tagline ?? null } },
    tagline: tagline ?? null,
    specification: Object.entries(specification).flatMap(([name, value]) => (value ? { name, value } : [])),
    variants: variants.map((variant) => {
      const picture = rest.images.find(({ colour }) => colour !== undefined && colour === variant.options.Colour);
      return {
        ...variant,
        priceCents: variant.priceCents ?? priceCents,
        imageUrl: picture ? demoImageUrl(picture) : null,
      };
    }),
  };
}
