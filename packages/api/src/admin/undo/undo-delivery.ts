import type { FieldChange } from '@lantern/db/base/field-change';
import type { WithDatabase } from '@lantern/db/database';
import { DeliveryMethod } from '@lantern/db/models/delivery-method';
import { viewDelivery, type WithDelivery } from '../../delivery/methods.ts';
import { notFound } from '../../shared/shop-error.ts';
import { saveDeliveryInput } from '../delivery/schema.ts';
import { saveDelivery } from '../delivery/service.ts';
import { assertUnchanged, fieldsBefore, parseOrConflict } from './undo-fields.ts';

/** Undoes a change to a delivery method; call it in a transaction. */
export async function undoDelivery(
  services: WithDatabase & WithDelivery,
  id: number,
  changes: FieldChange[],
): Promise<void> {
  const method = await DeliveryMethod.findByPk(id, { lock: true });
  if (!method) throw notFound('delivery method');
  for (const change of changes) assertUnchanged(change, method.get(change.field));
  const before = fieldsBefore(changes);
  if (typeof before.countries === 'string') Object.assign(before, { countries: before.countries.split(', ') });
  const input = { ...viewDelivery(method), active: method.active, ...before };
  await saveDelivery(services, parseOrConflict(saveDeliveryInput, input));
}
