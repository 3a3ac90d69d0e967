import type { WithDatabase } from '@lantern/db/database';
import { queueDecisionMail } from '../../returns/decision-mail.ts';
import { illegalStep, lockReturn } from './lock-return.ts';
import type { DecideReturnInput } from './schema.ts';
import { type AdminReturn, adminReturn } from './view.ts';

/**
 * Accepts or refuses a requested return, and writes to the customer.
 * @throws {ShopError} NOT_FOUND; CONFLICT `illegal_transition` if it was decided before.
 */
export async function decideReturn(
  { database }: WithDatabase,
  { id, accept, note }: DecideReturnInput,
): Promise<AdminReturn> {
  await database.transaction(async () => {
    const { order, returned } = await lockReturn(id);
    const status = accept ? 'accepted' : 'refused';
    if (returned.status !== 'requested') throw illegalStep(returned.status, status);
    await returned.update({ status, note, decidedAt: new Date() });
    await queueDecisionMail(order, returned);
  });
  return adminReturn(id);
}
