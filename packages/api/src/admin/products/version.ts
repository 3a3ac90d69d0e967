import type { Product } from '@lantern/db/models/product';
import type { Variant } from '@lantern/db/models/variant';
import { literal } from '@lantern/db/query';
import { ShopError } from '../../shared/shop-error.ts';

const MOVES = '(SELECT COALESCE(SUM(v.stockMoves), 0) FROM variants v WHERE v.productId = Product.id)';

/** The version that is given out, to select in place of the column: it counts sales, too. */
export const givenVersion: [ReturnType<typeof literal>, 'version'] = [
  literal(`CAST(Product.version + ${MOVES} - Product.stockMovesSeen AS SIGNED)`),
  'version',
];

/** A product's version while it and all of its variants, the archived ones too, are locked. */
export class HeldVersion {
  readonly now: number;
  readonly #moves: number;

  constructor(
    private readonly product: Product,
    variants: Variant[],
  ) {
    this.#moves = variants.reduce((sum, { stockMoves }) => sum + stockMoves, 0);
    this.now = product.version + this.#moves - product.stockMovesSeen;
  }

  /** Sales since then are no conflict, edits are. @throws {ShopError} CONFLICT `version_conflict`. */
  refuseOlder(version: number): void {
    if (this.accepts(version)) return;
    throw new ShopError('CONFLICT', 'Someone else has changed this product since you opened it.', {
      reason: 'version_conflict',
      details: { version: this.now },
    });
  }

  accepts(version: number): boolean {
    return version >= this.product.version && version <= this.now;
  }

  /** For an edit: higher than any that was given out before. The caller saves the product. */
  countUp(): void {
    this.product.set({ version: this.now + 1, stockMovesSeen: this.#moves });
  }
}
