import { EventEmitter } from 'node:events';

interface WakeupEvents {
  /** The activity log goes up to this entry. */
  activity: [seq: number];
  /** Orders have moved stock. */
  stock: [];
}

/**
 * Emits what other servers say that they have committed, so that this one looks at once. Hints: they can get lost, come before
 * the change can be read, or be wrong. Whoever listens looks into the database, and from time to time without being woken.
 */
export class Wakeups extends EventEmitter<WakeupEvents> {
  /** @param pollMs how often to look without being woken, in milliseconds, instead of the listener's own interval. */
  constructor(readonly pollMs?: number) {
    super();
  }
}
