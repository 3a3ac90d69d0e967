import type { createShopClient } from '@lantern/api';
import type { Told } from './told.ts';

/** What is sold. */
export interface Goods {
  /** Enough for everyone. */
  plenty: number[];
  /** A variant with too few for everyone. */
  rare: number;
  /** The products whose stock grows meanwhile. */
  growing: number[];
}

const PLENTY = 100_000;
/** The share of the orders that can get one of what is rare. */
const RARE = 0.1;

/** Creates the products, and remembers how many pieces there are of each variant. */
export async function stockUp(
  client: ReturnType<typeof createShopClient>,
  told: Pick<Told, 'stocked'>,
  orders: number,
): Promise<Goods> {
  const create = async (name: string, stocks: number[]) => {
    const { id, variants } = await client.admin.products.create.mutate({
      name,
      description: 'New',
      status: 'active',
      categorySlugs: [],
      variants: stocks.map((stock, n) => ({ sku: `${name}-${n}`, options: { No: `${n}` }, priceCents: 2000, stock })),
    });
    for (const variant of variants) told.stocked.set(variant.id, variant.stock);
    return { id, variantIds: variants.map((variant) => variant.id) };
  };
  const mug = await create('mug', [PLENTY, PLENTY, PLENTY]);
  const vase = await create('vase', [PLENTY]);
  const bowl = await create('bowl', [PLENTY]);
  const { variantIds } = await create('clock', [Math.ceil(orders * RARE)]);
  return {
    plenty: [mug, vase, bowl].flatMap((product) => product.variantIds),
    rare: variantIds[0] ?? 0,
    growing: [vase.id, bowl.id],
  };
}
