import type { returnStatuses } from '@lantern/api/returns/schema';

/** The statuses of a return in words. */
export const returnStatusWords: Record<(typeof returnStatuses)[number], string> = {
  requested: 'Requested',
  accepted: 'Accepted',
  refused: 'Not accepted',
  received: 'Received',
};
