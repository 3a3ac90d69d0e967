import type { FieldChange } from '@lantern/db/models/activity-entry';
import { ProductImage } from '@lantern/db/models/product-image';
import { lockTree } from '../admin/categories/tree.ts';
import { updateProductInput } from '../admin/products/schema.ts';
import { lockProduct, updateProduct } from '../admin/products/service.ts';
import { lockVariants } from '../admin/products/variants.ts';
import { adminProduct } from '../admin/products/view.ts';
import type { Shop } from '../context.ts';
import { accepted, fieldsBefore, refuseChanged } from './undo-fields.ts';
import { variantsBefore } from './undo-variants.ts';

/** Undoes a change of a product and its parts; call it in a transaction. */
export async function undoProduct(shop: Shop, id: number, changes: FieldChange[]): Promise<void> {
  const of = (part: string) => changes.filter(({ field }) => field.startsWith(`${part}.`));
  const [categories, images, variants] = [of('categories'), of('images'), of('variants')];
  const own = changes.filter(({ field }) => !field.includes('.'));
  // Locked in the order in which the service locks them.
  if (categories.length > 0) await lockTree();
  const product = await lockProduct(id);
  for (const change of own) refuseChanged(change, product.get(change.field));
  const input: Record<string, unknown> = { id, version: product.version, ...fieldsBefore(own) };
  if (categories.length > 0) input.categorySlugs = categoriesBefore(categories, await adminProduct(id));
  if (images.length > 0) input.images = imagesBefore(images, await picturesOf(id));
  if (variants.length > 0) input.variants = variantsBefore(variants, await lockVariants([id]));
  await updateProduct(shop, accepted(updateProductInput, input));
}

function categoriesBefore(changes: FieldChange[], { categorySlugs }: { categorySlugs: string[] }): string[] {
  const chosen = new Set(categorySlugs);
  for (const change of changes) {
    const slug = change.field.slice('categories.'.length);
    refuseChanged(change, chosen.has(slug) || null);
    if (change.before === null) chosen.delete(slug);
    else chosen.add(slug);
  }
  return [...chosen];
}

function picturesOf(productId: number): Promise<ProductImage[]> {
  return ProductImage.findAll({ where: { productId }, order: ['position', 'id'], raw: true });
}

function imagesBefore(changes: FieldChange[], rows: ProductImage[]): { url: unknown; alt: unknown }[] {
  const told = new Map<string, unknown>();
  for (const { position, url, alt } of rows) told.set(`images.${position}.url`, url).set(`images.${position}.alt`, alt);
  for (const change of changes) {
    refuseChanged(change, told.get(change.field));
    told.set(change.field, change.before);
  }
  // Pictures come and go at the end of the list, so that what is brought back belongs behind what is there.
  const urls = [...told].filter(([field, value]) => field.endsWith('.url') && value !== null);
  return urls.map(([field, url]) => ({ url, alt: told.get(field.replace(/url$/, 'alt')) }));
}
