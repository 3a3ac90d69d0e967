import type { LoggedEntry } from '../fields/field-words.ts';
import { variantColumns } from '../fields/variant-fields.ts';
import type { LogNames, Pictured } from './log-names.ts';

/** The accent of what belongs to no category. */
const NEUTRAL = 8;

const OF_VARIANT = new RegExp(`^variants\\.(.+)\\.(?:${variantColumns.join('|')})$`);

/** The pictures of what these entries are about, at most `most`; none where there is nothing to see. */
export function picturesOf(entries: LoggedEntry[], most: number, names: LogNames): Pictured[] {
  const found: Pictured[] = [];
  for (const entry of entries) {
    if (found.length >= most) break;
    found.push(...ofEntry(entry, names));
  }
  return found.slice(0, most);
}

function ofEntry({ entity, changes }: LoggedEntry, names: LogNames): Pictured[] {
  if (entity.type === 'product') {
    // Its place is kept while it is not known.
    const product = names.product(entity.id) ?? { imageUrl: null, accent: 1 };
    const sku = onlyVariantIn(changes);
    return [{ ...product, imageUrl: (sku && names.variantImage(entity.id, sku)) || product.imageUrl }];
  }
  if (entity.type === 'category') {
    const category = names.category(entity.id);
    return category ? [category] : [];
  }
  if (entity.type === 'image') {
    const url = changes.find(({ field }) => field === 'url')?.after;
    return typeof url === 'string' ? [{ imageUrl: url, accent: NEUTRAL }] : [];
  }
  if (entity.type !== 'order') return [];
  const urls = skusIn(changes).flatMap((sku) => names.itemImage(entity.id, sku) ?? []);
  return [...new Set(urls)].map((imageUrl) => ({ imageUrl, accent: NEUTRAL }));
}

/** The SKU of the variant that all of these changes are about. */
function onlyVariantIn(changes: LoggedEntry['changes']): string | undefined {
  const [sku, ...others] = new Set(changes.map(({ field }) => OF_VARIANT.exec(field)?.[1]));
  return others.length === 0 ? sku : undefined;
}

/** The items of an order that were sent or came back. */
function skusIn(changes: LoggedEntry['changes']): string[] {
  return changes.flatMap(({ field, before, after }) => {
    const [, returned] = /^items\.(.+)\.restockedQuantity$/.exec(field) ?? [];
    if (returned !== undefined) return [returned];
    if (!/^parcels\.\d+\.items$/.test(field)) return [];
    return [...String(after ?? before).matchAll(/\d+ × (.+?)(?=, \d+ × |$)/g)].flatMap(([, sku]) => sku ?? []);
  });
}
