import type { FieldChange } from '@lantern/db/base/field-change';
import { type WithdrawnMail, withdrawDecisionMail } from '../../returns/decision-mail.ts';
import { lockReturn } from '../returns/lock-return.ts';
import { assertUnchanged } from './undo-fields.ts';

/**
 * Takes the decision on a return back, so that it waits for another one, and stops the mail about it if that still
 * waits; call it in a transaction. Returns what became of the mail.
 * @throws {ShopError} NOT_FOUND; CONFLICT `changed_since` if the return has been received.
 */
export async function undoReturn(id: number, changes: FieldChange[]): Promise<WithdrawnMail | null> {
  const { returned } = await lockReturn(id);
  for (const change of changes) assertUnchanged(change, returned.get(change.field));
  const mail = await withdrawDecisionMail(returned);
  await returned.update({ status: 'requested', note: null, decidedAt: null });
  return mail;
}
