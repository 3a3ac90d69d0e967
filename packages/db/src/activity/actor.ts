import { AsyncLocalStorage } from 'node:async_hooks';

/** The admin behind a unit of work, and what the log says of the request that it came with. */
export interface Actor {
  id: number;
  email: string;
  requestId: string | null;
  ip: string | null;
  /** What the log calls the change (`order.set_status`); left out: create, update or delete. */
  verb?: string;
}

const acting = new AsyncLocalStorage<Actor | null>();

/** Runs `work` in an admin's name: every change of an audited thing in it leaves its entry in the log. */
export function actingAs<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  return acting.run(actor, work);
}

/**
 * Runs `work` in the name of the shop itself, inside an admin's unit of work too: for what follows
 * from a change that is logged already, such as the stock that a cancelled order gives back.
 */
export function actingAsShop<T>(work: () => Promise<T>): Promise<T> {
  return acting.run(null, work);
}

/** The admin in whose name the code runs now; null for shoppers and the shop itself. */
export function currentActor(): Actor | null {
  return acting.getStore() ?? null;
}
