import type { Product } from '@lantern/db/models/product';
import type { Variant } from '@lantern/db/models/variant';
import { literal } from '@lantern/db/query';
import { ShopError } from '../../shared/shop-error.ts';

const MOVES = '(SELECT COALESCE(SUM(v.stockMoves), 0) FROM variants v WHERE v.productId = Product.id)';

/** The version that clients see, to select instead of the column: unlike the column it also counts sales. */
export const versionColumn: [ReturnType<typeof literal>, 'version'] = [
  literal(`CAST(Product.version + ${MOVES} - Product.stockMovesSeen AS SIGNED)`),
  'version',
];

/** A product's version while it and all its variants, including archived ones, are locked. */
export class LockedVersion {
  readonly current: number;
  readonly #moves: number;

  constructor(
    private readonly product: Product,
    variants: Variant[],
  ) {
    this.#moves = variants.reduce((sum, { stockMoves }) => sum + stockMoves, 0);
    this.current = product.version + this.#moves - product.stockMovesSeen;
  }

  /** Sales since that version are no conflict, edits are. @throws {ShopError} CONFLICT `version_conflict`. */
  assertNotEdited(version: number): void {
    if (this.accepts(version)) return;
    throw new ShopError('CONFLICT', 'Someone else has changed this product since you opened it.', {
      reason: 'version_conflict',
      details: { version: this.current },
    });
  }

  accepts(version: number): boolean {
    return version >= this.product.version && version <= this.current;
  }

  /** For an edit: sets a version above any that clients have seen. The caller saves the product. */
  increment(): void {
    this.product.set({ version: this.current + 1, stockMovesSeen: this.#moves });
  }
}
