import type { WithDatabase } from '@lantern/db/database';
import { DeliveryMethod } from '@lantern/db/models/delivery-method';
import { TransactionScope } from '@lantern/db/transaction';
import { type Delivery, viewDelivery, type WithDelivery } from '../../delivery/methods.ts';
import { ShopError } from '../../shared/shop-error.ts';
import type { SaveDelivery } from './schema.ts';

type DeliveryServices = WithDatabase & WithDelivery;

export interface AdminDelivery extends Delivery {
  id: number;
  active: boolean;
  version: number;
}

/** All methods, in the order in which shoppers see them. */
export async function listDelivery(): Promise<AdminDelivery[]> {
  return (await DeliveryMethod.findAll({ order: ['position', 'id'] })).map(view);
}

/**
 * Changes the method with this code, or adds one after all others.
 * @throws {ShopError} CONFLICT `version_conflict` if it has changed since `version`.
 */
export function saveDelivery(
  { database, deliveryMethods }: DeliveryServices,
  { version, countries, ...fields }: SaveDelivery,
): Promise<AdminDelivery> {
  return database.transaction(async () => {
    // All of them: two admins who add one at once get different positions.
    const all = await DeliveryMethod.findAll({ order: ['position', 'id'], lock: true });
    const method = all.find(({ code }) => code === fields.code);
    TransactionScope.current()?.afterCommit(() => deliveryMethods.clear());
    const saved = { ...fields, countries: countries?.join(', ') ?? null };
    if (!method) return view(await DeliveryMethod.create({ ...saved, position: (all.at(-1)?.position ?? -1) + 1 }));
    if (version !== undefined && version !== method.version) throw changedMeanwhile(method);
    method.set(saved);
    if (method.changed()) await method.set({ version: method.version + 1 }).save();
    return view(method);
  });
}

function view(row: DeliveryMethod): AdminDelivery {
  const { id, active, version } = row;
  return { id, ...viewDelivery(row), active, version };
}

function changedMeanwhile({ version }: DeliveryMethod): ShopError {
  return new ShopError('CONFLICT', 'Someone else has changed this delivery method since you opened it.', {
    reason: 'version_conflict',
    details: { version },
  });
}
