import type { returnStatuses } from '@lantern/api/returns/schema';
import type { RouterOutputs } from '@lantern/api/types';

/** An order with its returns. */
export type Order = RouterOutputs['orders']['byNumber'];

/** The statuses of a return in words. */
export const returnStatusWords: Record<(typeof returnStatuses)[number], string> = {
  requested: 'Requested',
  accepted: 'Accepted',
  refused: 'Not accepted',
  received: 'Received',
};
