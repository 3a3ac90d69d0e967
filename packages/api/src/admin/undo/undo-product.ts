import type { WithDatabase } from '@lantern/db/database';
import type { FieldChange } from '@lantern/db/models/activity-entry';
import type { Category } from '@lantern/db/models/category';
import { ProductCategory } from '@lantern/db/models/product-category';
import { imageFields, ProductImage } from '@lantern/db/models/product-image';
import { type CategoryTree, lockTree } from '../categories/tree.ts';
import { updateProductInput } from '../products/schema.ts';
import { lockProduct, updateProduct } from '../products/service.ts';
import { lockVariants } from '../products/variants.ts';
import { LockedVersion } from '../products/version.ts';
import { accepted, changedSince, fieldsBefore, refuseChanged } from './undo-fields.ts';
import { variantsBefore } from './undo-variants.ts';

/** Undoes a change of a product and its parts; call it in a transaction. */
export async function undoProduct(services: WithDatabase, id: number, changes: FieldChange[]): Promise<void> {
  const of = (part: string) => changes.filter(({ field }) => field.startsWith(`${part}.`));
  const [categories, images, variants] = [of('categories'), of('images'), of('variants')];
  const own = changes.filter(({ field }) => !field.includes('.'));
  // Locked in the order in which the service locks them.
  const tree = categories.length > 0 ? await lockTree() : null;
  const product = await lockProduct(id);
  for (const change of own) refuseChanged(change, product.get(change.field));
  const rows = await lockVariants([id]);
  const version = new LockedVersion(product, rows).current;
  const input: Record<string, unknown> = { id, version, ...fieldsBefore(own) };
  if (tree) input.categorySlugs = await categoriesBefore(categories, tree, id);
  if (images.length > 0) input.images = imagesBefore(images, await imagesOf(id));
  if (variants.length > 0) input.variants = variantsBefore(variants, rows);
  await updateProduct(services, accepted(updateProductInput, input));
}

/** The addresses that the categories have now of those that the product was in before. */
async function categoriesBefore(changes: FieldChange[], tree: CategoryTree, productId: number): Promise<string[]> {
  const rows = await ProductCategory.findAll({ where: { productId, direct: true }, order: ['categoryId'], raw: true });
  const chosen = new Set(rows.map(({ categoryId }) => categoryId));
  for (const change of changes) {
    const category = categoryOf(change, tree);
    if (!category || chosen.has(category.id) !== (change.after !== null)) throw changedSince(change.field);
    if (change.before === null) chosen.delete(category.id);
    else chosen.add(category.id);
  }
  return [...chosen].flatMap((id) => tree.byId(id)?.slug ?? []);
}

/** Entries tell a category's number; older ones had nothing but its address. */
function categoryOf({ field, before, after }: FieldChange, tree: CategoryTree): Category | undefined {
  const told = before ?? after;
  return typeof told === 'number' ? tree.byId(told) : tree.bySlug(field.slice('categories.'.length));
}

function imagesOf(productId: number): Promise<ProductImage[]> {
  return ProductImage.findAll({ where: { productId }, order: ['position', 'id'], raw: true });
}

/** What the entry does not tell of an image stays with it. */
function imagesBefore(changes: FieldChange[], rows: ProductImage[]): Record<string, unknown>[] {
  const told = new Map<string, unknown>();
  for (const row of rows) for (const name of imageFields) told.set(`images.${row.position}.${name}`, row[name]);
  for (const change of changes) {
    refuseChanged(change, told.get(change.field));
    told.set(change.field, change.before);
  }
  // Images come and go at the end of the list, so that what is brought back belongs behind what is there.
  const places = [...told].flatMap(([field, value]) =>
    field.endsWith('.url') && value !== null ? [field.slice(0, -'url'.length)] : [],
  );
  return places.map((place) => Object.fromEntries(imageFields.map((name) => [name, told.get(`${place}${name}`)])));
}
