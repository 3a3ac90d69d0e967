import { EventEmitter } from 'node:events';

/**
 * Announces what has changed in the catalogue, so that whatever was made from it can be dropped: `all` if anything may
 * look different, `stock` if only the stock of these products does.
 */
export class CatalogChanges extends EventEmitter<{ all: []; stock: [productIds: number[]] }> {
  /** True while there may be changes of this process that are not announced yet: until orders are followed, and after each. */
  pending = true;
}
