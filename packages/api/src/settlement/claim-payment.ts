import type { WithDatabase } from '@lantern/db/database';
import { Payment } from '@lantern/db/models/payment';
import { Op } from '@lantern/db/query';

/*
 * Whoever works on a pending payment touches its row first, by the database's clock: the others leave it alone for a while,
 * whatever time it is on their servers.
 */

type Touched = Pick<Payment, 'id'>;

/**
 * Claims a pending payment for this process by touching its row. False if the payment is settled, or was
 * touched after `before`, a time by the database's clock.
 */
export function claimPayment(services: WithDatabase, { id }: Touched, before: Date): Promise<boolean> {
  return touch(services, { id, updatedAt: { [Op.lte]: before } });
}

/** Takes a payment over that is pending, even if another process has just touched it: its shopper is asking again. */
export async function touchPayment(services: WithDatabase, { id }: Touched): Promise<void> {
  await touch(services, { id });
}

function touch({ database }: WithDatabase, which: { id: number; updatedAt?: object }): Promise<boolean> {
  return database.transaction(async () => {
    const where = { ...which, status: 'pending' as const };
    // A model changes no row of which only the time would be new.
    const touched = { status: 'pending' as const, updatedAt: await database.now() };
    const [taken] = await Payment.update(touched, { where, silent: true });
    return taken === 1;
  });
}
