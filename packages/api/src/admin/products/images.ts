import { imageFields, ProductImage } from '@lantern/db/models/product-image';
import { pick } from '@lantern/db/pick';
import type { ImageValues } from './schema.ts';

/** Makes the product's images those of `wanted`, in that order; true where that changes anything. */
export async function saveImages(productId: number, wanted: ImageValues[]): Promise<boolean> {
  const rows = await ProductImage.findAll({ where: { productId }, order: ['position', 'id'] });
  let changed = rows.length !== wanted.length;
  for (const row of rows.slice(wanted.length)) await row.destroy();
  for (const [position, values] of wanted.entries()) {
    const fields = { ...pick(values, imageFields), position };
    const row = rows[position] ?? ProductImage.build({ productId, ...fields });
    row.set(fields);
    if (row.changed() === false) continue;
    await row.save();
    changed = true;
  }
  return changed;
}
