import type { FieldChange } from '@lantern/db/base/field-change';
import type { WithDatabase } from '@lantern/db/database';
import { User } from '@lantern/db/models/user';
import { SESSIONS } from '../../activity/undoable.ts';
import type { WithAccessLog } from '../../auth/access-log.ts';
import { notFound } from '../../shared/shop-error.ts';
import { updateUserInput } from '../users/schema.ts';
import { updateUser } from '../users/service.ts';
import { assertUnchanged, fieldsBefore, parseOrConflict } from './undo-fields.ts';

/** Undoes a change to a user; call it in a transaction. Sessions that it ended are not restored. */
export async function undoUser(
  services: WithDatabase & WithAccessLog,
  id: number,
  changes: FieldChange[],
): Promise<void> {
  const user = await User.findByPk(id, { lock: true });
  if (!user) throw notFound('user');
  const own = changes.filter(({ field }) => field !== SESSIONS);
  for (const change of own) assertUnchanged(change, user.get(change.field));
  await updateUser(services, parseOrConflict(updateUserInput, { id, ...fieldsBefore(own) }));
}
