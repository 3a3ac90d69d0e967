import type { RouterOutputs } from '@lantern/api/types';
import { isolated } from '@lantern/text/isolated';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';

type StockChange = RouterOutputs['admin']['products']['stockHistory']['items'][number];

const reasons: Record<StockChange['reason'], MessageDescriptor> = {
  initial: msg`Initial stock`,
  sale: msg`Sale`,
  payment_failed: msg`Payment failed`,
  cancellation: msg`Cancellation`,
  refund: msg({ message: 'Refund', context: 'noun' }),
  return: msg`Return`,
  admin: msg`Changed by an admin`,
  repair: msg`Corrected by the store`,
};

/** Why stock changed, and which admin has done it: "Changed by Mira". */
export function changeReason({ reason, entry }: Pick<StockChange, 'reason' | 'entry'>): string {
  if (entry === null) return t(reasons[reason]);
  const actor = isolated(entry.actor);
  if (entry.isUndo) return t`Undone by ${actor}`;
  return reason === 'initial' ? t`Initial stock, by ${actor}` : t`Changed by ${actor}`;
}
