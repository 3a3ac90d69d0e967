import type { Product } from '@lantern/db/models/product';
import type { Variant } from '@lantern/db/models/variant';
import { ShopError } from '../../../shared/shop-error.ts';
import type { PriceChange } from '../schema.ts';
import { isCurrent } from '../variants/variants.ts';
import { changedPrice, isPossible } from './price-change.ts';

/** So many products are named; that there are more is said in another way. */
const NAMED = 3;

/** For products that were edited after they were previewed. */
export function editedSincePreview(products: Product[]): ShopError {
  const more = products.length > NAMED ? ` and ${products.length - NAMED} more` : '';
  const listed = namesOf(products) + more;
  return new ShopError(
    'CONFLICT',
    `Changed since the preview: ${listed}. Nothing was changed. Please review it again.`,
    { reason: 'version_conflict', details: { ids: products.map(({ id }) => id).join(',') } },
  );
}

/** @throws {ShopError} BAD_REQUEST with the `names` of products that would have a price below zero or above the maximum. */
export function assertPossible(products: Product[], variantsOf: Map<number, Variant[]>, change: PriceChange): void {
  const pricesOf = ({ id }: Product) =>
    (variantsOf.get(id) ?? []).filter(isCurrent).map(({ priceCents }) => changedPrice(priceCents, change));
  const refused = products.filter((product) => !pricesOf(product).every(isPossible));
  if (refused.length === 0) return;
  const isLow = refused.flatMap(pricesOf).some((price) => price < 0);
  const message = isLow ? 'One of these prices would fall below zero.' : 'One of these prices would become too high.';
  const field = change.kind === 'price' ? 'change.percent' : 'change.byCents';
  throw new ShopError('BAD_REQUEST', message, {
    fieldErrors: { [field]: [message] },
    details: { names: namesOf(refused) + (refused.length > NAMED ? ', …' : '') },
  });
}

function namesOf(products: Product[]): string {
  return products
    .slice(0, NAMED)
    .map(({ name }) => `“${name}”`)
    .join(', ');
}
