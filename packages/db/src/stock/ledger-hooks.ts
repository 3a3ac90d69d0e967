import type { Model, Sequelize } from 'sequelize';
import { Variant } from '../models/variant.ts';
import { TransactionScope } from '../transaction.ts';

/** Enters in the ledger what is done to the stock through rows of the model, as admins do: nobody can forget it. */
export function installLedgerHooks(sequelize: Sequelize): void {
  sequelize.addHook('afterCreate', (row: Model) => {
    if (!(row instanceof Variant)) return;
    const { id: variantId, stock: quantity, productId } = row;
    TransactionScope.current()?.stockLedger.add({ variantId, quantity, reason: 'initial', productId });
  });
  // Before, since afterwards the row no longer knows what it was.
  sequelize.addHook('beforeUpdate', (row: Model) => {
    if (!(row instanceof Variant) || !row.changed('stock')) return;
    const { id: variantId, stock, productId } = row;
    const quantity = stock - Number(row.previous('stock'));
    TransactionScope.current()?.stockLedger.add({ variantId, quantity, reason: 'admin', productId });
  });
}
