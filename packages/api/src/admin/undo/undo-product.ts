import type { FieldChange } from '@lantern/db/base/field-change';
import type { Category } from '@lantern/db/models/category';
import { ProductCategory } from '@lantern/db/models/product-category';
import { imageFields, ProductImage } from '@lantern/db/models/product-image';
import { type CategoryTree, lockTree } from '../categories/tree.ts';
import { updateProductInput } from '../products/schema.ts';
import { lockProduct, type ProductServices, updateProduct } from '../products/service.ts';
import { productTexts } from '../products/texts.ts';
import { lockVariants } from '../products/variants/variants.ts';
import { LockedVersion } from '../products/version.ts';
import { assertUnchanged, changedSince, fieldsBefore, parseOrConflict } from './undo-fields.ts';
import { textsBefore } from './undo-texts.ts';
import { variantsBefore } from './undo-variants.ts';

/** Undoes a change to a product and its parts; call it in a transaction. */
export async function undoProduct(services: ProductServices, id: number, changes: FieldChange[]): Promise<void> {
  const of = (part: string) => changes.filter(({ field }) => field.startsWith(`${part}.`));
  const [texts, categories, images, variants] = [of('texts'), of('categories'), of('images'), of('variants')];
  const own = changes.filter(({ field }) => !field.includes('.'));
  // Lock in the same sequence as the product service.
  const tree = categories.length > 0 ? await lockTree() : null;
  const product = await lockProduct(id);
  for (const change of own) assertUnchanged(change, product.get(change.field));
  const rows = await lockVariants([id]);
  const version = new LockedVersion(product, rows).current;
  const input: Record<string, unknown> = { id, version, ...fieldsBefore(own) };
  // The log has it as JSON.
  if (typeof input.specification === 'string') input.specification = JSON.parse(input.specification);
  if (texts.length > 0) input.texts = textsBefore(texts, await productTexts(id));
  if (tree) input.categorySlugs = await categoriesBefore(categories, tree, id);
  if (images.length > 0) input.images = imagesBefore(images, await imagesOf(id));
  if (variants.length > 0) input.variants = variantsBefore(variants, rows);
  await updateProduct(services, parseOrConflict(updateProductInput, input));
}

/** The current slugs of the categories the product was in before. */
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

/** Entries hold the category's id; older ones only its slug, in the field name. */
function categoryOf({ field, before, after }: FieldChange, tree: CategoryTree): Category | undefined {
  const value = before ?? after;
  return typeof value === 'number' ? tree.byId(value) : tree.bySlug(field.slice('categories.'.length));
}

function imagesOf(productId: number): Promise<ProductImage[]> {
  return ProductImage.findAll({ where: { productId }, order: ['position', 'id'], raw: true });
}

/** Image fields that the entry does not contain keep their value. */
function imagesBefore(changes: FieldChange[], rows: ProductImage[]): Record<string, unknown>[] {
  const values = new Map<string, unknown>();
  for (const row of rows) for (const name of imageFields) values.set(`images.${row.position}.${name}`, row[name]);
  for (const change of changes) {
    assertUnchanged(change, values.get(change.field));
    values.set(change.field, change.before);
  }
  // Images are added and removed at the end of the list, so restored images come after the current ones.
  const prefixes = [...values].flatMap(([field, value]) =>
    field.endsWith('.url') && value !== null ? [field.slice(0, -'url'.length)] : [],
  );
  return prefixes.map((prefix) =>
    Object.fromEntries(imageFields.map((name) => [name, values.get(`${prefix}${name}`)])),
  );
}
