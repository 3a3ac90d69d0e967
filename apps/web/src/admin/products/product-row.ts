import type { RouterOutputs } from '@lantern/api/types';

/** A row of the list of products, and one of its variants. */
export type ProductRow = RouterOutputs['admin']['products']['list']['items'][number];
export type RowVariant = ProductRow['variants'][number];
