import type { ActivityEntry } from '../models/activity-entry.ts';
import { Surrounding } from '../surrounding.ts';

/** The admin who performs a unit of work, and the request data that the log records with it. */
export interface Actor {
  id: number;
  email: string;
  requestId: string | null;
  ip: string | null;
  /** The second half of the entry's action (`order.set_status`); defaults to create, update or delete. */
  verb?: string;
  /** Called after each commit of the unit of work, with the log entries it wrote, oldest first. */
  onLogged?: (entries: readonly ActivityEntry[]) => void;
}

const acting = new Surrounding<Actor | null>();

/** Runs `work` as an admin: the activity log records every change it makes to an audited entity. */
export function actingAs<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  return acting.run(actor, work);
}

/**
 * Runs `work` as the system, even inside an admin's unit of work: for consequences of a change that is
 * already logged, such as restocking the items of a cancelled order.
 */
export function actingAsSystem<T>(work: () => Promise<T>): Promise<T> {
  return acting.run(null, work);
}

/** The admin on whose behalf the current code runs; null for shoppers and for the system. */
export function currentActor(): Actor | null {
  return acting.get() ?? null;
}
