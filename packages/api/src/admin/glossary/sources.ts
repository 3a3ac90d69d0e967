import { DeliveryMethod } from '@lantern/db/models/delivery-method';
import { Product } from '@lantern/db/models/product';
import { ProductImage } from '@lantern/db/models/product-image';
import { Variant } from '@lantern/db/models/variant';
import { Op } from '@lantern/db/query';
import { MAX_SOURCE } from './schema.ts';

/** "900 g", "30 × 40 cm": the same in all languages. */
const MEASURE = /^\d[\d\s×–]*\S{0,3}$/u;

/** Few enough that turning the rows into objects does not hold up the process for long. */
const BATCH = 500;

/** Texts, with how many products have each. */
export type Sources = ReadonlyMap<string, number>;

/**
 * The short texts that shoppers read and the glossary can translate, with how many products have each: options and their
 * values, facts, descriptions of images, and what delivery methods say. Reads the whole catalogue, in batches.
 */
export async function glossarySources(): Promise<Sources> {
  const uses = new Map<string, number>();
  const add = (texts: Iterable<string>) => {
    for (const text of texts) {
      if (/\p{L}/u.test(text) && !MEASURE.test(text) && text.length <= MAX_SOURCE)
        uses.set(text, (uses.get(text) ?? 0) + 1);
    }
  };
  const methods = await DeliveryMethod.findAll({ attributes: ['name', 'description'], raw: true });
  add(methods.flatMap(({ name, description }) => [name, description]));
  for await (const texts of textsOfProducts()) for (const own of texts.values()) add(own);
  return uses;
}

/** What products say in short texts, each once, by product id. */
async function* textsOfProducts(): AsyncGenerator<Map<number, Set<string>>> {
  for (let last = 0; ; ) {
    const products = await Product.findAll({
      where: { id: { [Op.gt]: last }, status: { [Op.ne]: 'archived' } },
      attributes: ['id', 'specification'],
      order: ['id'],
      limit: BATCH,
      raw: true,
    });
    const end = products.at(-1);
    if (!end) return;
    const where = { productId: products.map(({ id }) => id) };
    const [variants, images] = await Promise.all([
      Variant.findAll({ where, attributes: ['productId', 'options'], raw: true }),
      ProductImage.findAll({ where, attributes: ['productId', 'alt'], raw: true }),
    ]);
    const texts = new Map(
      products.map(({ id, specification }) => [id, new Set(specification.flatMap(({ name, value }) => [name, value]))]),
    );
    for (const { productId, options } of variants) {
      for (const text of Object.entries(options).flat()) texts.get(productId)?.add(text);
    }
    for (const { productId, alt } of images) texts.get(productId)?.add(alt);
    yield texts;
    last = end.id;
  }
}
