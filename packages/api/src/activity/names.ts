import { User } from '@lantern/db/models/user';
import { Variant } from '@lantern/db/models/variant';
import { featuredImagesOf } from '../catalog/cards/featured-images.ts';
import { groupBy } from '../shared/group-by.ts';
import type { NamesInput } from './schema.ts';

/** Current names for the entities that the log identifies by id or SKU. */
export interface LogNames {
  products: {
    id: number;
    imageUrl: string | null;
    /** Accent colour, 1–8. */
    accent: number;
    /** Includes removed ones under their former SKU; of two with one SKU the current one comes last. */
    variants: { sku: string; options: Record<string, string> }[];
  }[];
  users: { id: number; name: string }[];
}

/** The names of these ids. Users that no longer exist are left out; such products have no variants. */
export async function namesOf({ products, users }: NamesInput): Promise<LogNames> {
  const [variants, featuredImages, named] = await Promise.all([
    Variant.unscoped().findAll({
      where: { productId: products },
      attributes: ['productId', 'sku', 'archivedSku', 'archivedAt', 'options'],
      order: ['id'],
      raw: true,
    }),
    featuredImagesOf(products),
    User.findAll({ where: { id: users }, attributes: ['id', 'name'], raw: true }),
  ]);
  const removedFirst = variants.sort((a, b) => Number(a.archivedAt === null) - Number(b.archivedAt === null));
  const variantsOf = groupBy(removedFirst, ({ productId }) => productId);
  return {
    products: [...featuredImages].map(([id, featuredImage]) => ({
      id,
      ...featuredImage,
      variants: (variantsOf.get(id) ?? []).map(({ sku, archivedSku, options }) => ({
        sku: archivedSku ?? sku,
        options,
      })),
    })),
    users: named,
  };
}
