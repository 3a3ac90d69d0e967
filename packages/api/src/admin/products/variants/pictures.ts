import { ProductImage } from '@lantern/db/models/product-image';
import { Variant } from '@lantern/db/models/variant';
import { Op } from '@lantern/db/query';

/**
 * Takes pictures that are not among the product's images from its variants; true if that changes anything. Removed
 * variants keep theirs, because undo brings them back together with the image.
 */
export async function dropMissingPictures(productId: number): Promise<boolean> {
  const pictured = await Variant.findAll({ where: { productId, imageUrl: { [Op.ne]: null } }, order: ['id'] });
  if (pictured.length === 0) return false;
  const images = await ProductImage.findAll({ where: { productId }, attributes: ['url'], raw: true });
  const missing = pictured.filter(({ imageUrl }) => images.every(({ url }) => url !== imageUrl));
  for (const variant of missing) await variant.update({ imageUrl: null });
  return missing.length > 0;
}
