import type { FieldChange } from '@lantern/db/models/activity-entry';
import { User } from '@lantern/db/models/user';
import { updateUserInput } from '../admin/users/schema.ts';
import { updateUser } from '../admin/users/service.ts';
import type { Shop } from '../context.ts';
import { notFound } from '../shared/shop-error.ts';
import { accepted, fieldsBefore, refuseChanged } from './undo-fields.ts';
import { SESSIONS } from './undoable.ts';

/** Undoes a change of a user; call it in a transaction. Sessions that ended with it stay ended. */
export async function undoUser(shop: Shop, id: number, changes: FieldChange[]): Promise<void> {
  const user = await User.findByPk(id, { lock: true });
  if (!user) throw notFound('user');
  const own = changes.filter(({ field }) => field !== SESSIONS);
  for (const change of own) refuseChanged(change, user.get(change.field));
  await updateUser(shop, accepted(updateUserInput, { id, ...fieldsBefore(own) }));
}
