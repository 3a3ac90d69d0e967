import { slugify } from '@lantern/text/slug';
import { demoProducts } from './demo/products.ts';
import { mulberry32 } from './mulberry32.ts';
import type { SeedProduct } from './seed-product.ts';

const makers =
  'Alder Birch Cobalt Dune Ember Fjord Grove Harbour Indigo Juniper Kestrel Larch Meadow North Oak Pine Quarry River Slate Tern Umber Vale Willow Yarrow'.split(
    ' ',
  );
const kinds =
  'Everyday Classic Compact Studio Weekend Field Heritage Light Modern Original Pocket Quiet Solid Travel Winter Summer'.split(
    ' ',
  );
const colours = 'Sand Moss Midnight Clay Chalk Rust Fern Sky'.split(' ');
const sizes = ['Small', 'Medium', 'Large'];

/**
 * Generates `count` products, the same ones every time: the number is the seed. Each takes its category,
 * images and text from a demo product; its name, variants, price and stock are random.
 */
export function* generatedCatalogue(count: number): Generator<SeedProduct> {
  const random = mulberry32(count);
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(random() * list.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  };
  for (let n = 1; n <= count; n++) {
    const model = pick(demoProducts);
    const name = `${pick(makers)} ${pick(kinds).toLowerCase()} ${model.name.toLowerCase()} ${n}`;
    const basePrice = Math.max(190, Math.round((model.priceCents * (0.6 + random())) / 10) * 10);
    const variants = 1 + Math.floor(random() * 3);
    const byColour = random() < 0.6;
    yield {
      name,
      slug: slugify(name),
      description: model.description,
      tagline: model.tagline ?? null,
      specification: [],
      category: model.category,
      images: model.images.slice(0, 1),
      variants: Array.from({ length: variants }, (_, index) => ({
        sku: `GEN-${n}-${index + 1}`,
        options: variants === 1 ? {} : optionsOf(byColour, index, n),
        priceCents: basePrice + (byColour ? 0 : index * 500),
        stock: random() < 0.08 ? 0 : 1 + Math.floor(random() * 80),
      })),
    };
  }
}

function optionsOf(byColour: boolean, index: number, n: number): Record<string, string> {
  return byColour ? { Colour: colours[(n + index) % colours.length] ?? 'Sand' } : { Size: sizes[index] ?? 'Large' };
}
