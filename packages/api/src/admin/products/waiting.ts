import { Variant } from '@lantern/db/models/variant';
import { waitingFor } from '../../restock/wishes.ts';

/** How many people get a mail when a variant is back in stock. */
export interface Waiting {
  variantId: number;
  sku: string;
  options: Record<string, string>;
  people: number;
}

/**
 * Those of a product's variants for which somebody waits. Apart from the product, which is sent back as it was read, and
 * whose version does not change with a wish.
 */
export async function waitingForProduct(productId: number): Promise<Waiting[]> {
  const variants = await Variant.findAll({
    where: { productId },
    attributes: ['id', 'sku', 'options'],
    order: ['position', 'id'],
    raw: true,
  });
  const peopleOf = await waitingFor(variants.map(({ id }) => id));
  return variants.flatMap(({ id: variantId, sku, options }) => {
    const people = peopleOf.get(variantId);
    return people === undefined ? [] : [{ variantId, sku, options, people }];
  });
}
