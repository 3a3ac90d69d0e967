import { imageFields, ProductImage } from '@lantern/db/models/product-image';
import { pick } from '@lantern/db/pick';
import type { ImageValues } from './schema.ts';

/** Replaces the product's images by `images`, in that order; true if that changes anything. */
export async function saveImages(productId: number, images: ImageValues[]): Promise<boolean> {
  const rows = await ProductImage.findAll({ where: { productId }, order: ['position', 'id'] });
  let changed = rows.length !== images.length;
  for (const row of rows.slice(images.length)) await row.destroy();
  for (const [position, values] of images.entries()) {
    const fields = { ...pick(values, imageFields), position };
    const row = rows[position] ?? ProductImage.build({ productId, ...fields });
    row.set(fields);
    if (row.changed() === false) continue;
    await row.save();
    changed = true;
  }
  return changed;
}
