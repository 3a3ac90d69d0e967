import type { LocalFile } from '@lantern/db/local-file';
import type { ProductView } from '../product-view.ts';
import type { StockOfProduct } from '../source.ts';

/** What has become of products of which only stock has moved. */
export interface Restocked {
  /** Those that show another number now. */
  changed: number[];
  /** Those of which more may have changed: other variants can be bought, or there are other ones. */
  others: number[];
}

/**
 * Shows what is left of products, and leaves all else of them as it is: most sales change nothing but these numbers.
 * Products that the model does not have are passed over.
 */
export function restockProducts(file: LocalFile, stocks: StockOfProduct[]): Restocked {
  const restocked: Restocked = { changed: [], others: [] };
  file.transaction(() => {
    for (const { id, variants } of stocks) {
      const known = file.get<{ view: string }>('SELECT view FROM views WHERE id = ?', id);
      if (!known) continue;
      const { variants: shown }: ProductView = JSON.parse(known.view);
      const stockOf = new Map(variants.map((variant) => [variant.id, variant.stock]));
      const left = shown.flatMap((variant) => stockOf.get(variant.id) ?? []);
      const areThese = left.length === shown.length && left.length === variants.length;
      if (!areThese || shown.some(({ stock }, at) => stock > 0 !== (left[at] ?? 0) > 0)) {
        restocked.others.push(id);
      } else if (shown.some(({ stock }, at) => stock !== left[at])) {
        restocked.changed.push(id);
        showStock(file, id, left);
      }
    }
  });
  return restocked;
}

/** In all languages. @param left of each variant, in the order in which they are shown. */
function showStock(file: LocalFile, id: number, left: number[]): void {
  const total = left.reduce((sum, stock) => sum + stock, 0);
  // The driver passes every number as one with a fraction, and JSON would have it, too.
  const numbers = left.map((_, at) => `'$.variants[${at}].stock', CAST(? AS INTEGER)`);
  for (const prefix of ['', 'translated_']) {
    file.run(`UPDATE ${prefix}cards SET card = json_set(card, '$.stock', CAST(? AS INTEGER)) WHERE id = ?`, total, id);
    file.run(`UPDATE ${prefix}views SET view = json_set(view, ${numbers}) WHERE id = ?`, ...left, id);
  }
}
