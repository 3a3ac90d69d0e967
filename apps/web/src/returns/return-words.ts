import type { returnStatuses } from '@lantern/api/returns/schema';
import type { RouterOutputs } from '@lantern/api/types';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** An order with its returns. */
export type Order = RouterOutputs['orders']['byNumber'];

/** The statuses of a return in words. */
export const returnStatusWords: Record<(typeof returnStatuses)[number], MessageDescriptor> = {
  requested: msg`Requested`,
  accepted: msg`Accepted`,
  refused: msg`Not accepted`,
  received: msg`Received`,
};
