import type { Fault, FaultKind } from './plan.ts';

/** The number of a server, or the database. */
export type Target = number | 'database';

const ofDatabase: readonly FaultKind[] = ['kill database', 'freeze database', 'fill disk'];

/** Whether nobody gets an answer of a process meanwhile. */
const takesAway = (kind: FaultKind) => kind !== 'set clock back';

/** Who of the store is there, while several things go wrong at a time. */
export class Presence {
  readonly #hit = new Map<Target, FaultKind>();
  /** How often the store has gone or come back. */
  turns = 0;

  constructor(private readonly servers: number) {}

  /** True while the database and at least one server are there. */
  get isThere(): boolean {
    return !this.#hit.has('database') && this.#serversAway < this.servers;
  }

  /** Whom a fault can hit now; null if it would be what another fault has hit already, or the last server. */
  targetOf({ kind, server }: Fault): Target | null {
    if (ofDatabase.includes(kind)) return this.#hit.has('database') ? null : 'database';
    if (takesAway(kind) && this.#serversAway >= Math.max(1, this.servers - 1)) return null;
    const inTurn = Array.from({ length: this.servers }, (_, n) => (server + n) % this.servers);
    return inTurn.find((index) => !this.#hit.has(index)) ?? null;
  }

  /** Something goes wrong with it from now on. */
  hit(target: Target, kind: FaultKind): void {
    this.#change(() => this.#hit.set(target, kind));
  }

  /** It is as it was. */
  healed(target: Target): void {
    this.#change(() => this.#hit.delete(target));
  }

  get #serversAway(): number {
    return [...this.#hit].filter(([target, kind]) => target !== 'database' && takesAway(kind)).length;
  }

  #change(change: () => void): void {
    const before = this.isThere;
    change();
    if (this.isThere !== before) this.turns++;
  }
}
