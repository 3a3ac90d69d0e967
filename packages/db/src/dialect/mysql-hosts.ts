import { setTimeout as sleep } from 'node:timers/promises';

/** A server of the database. */
export interface Host {
  host: string;
  port: number;
}

const DEFAULT_PORT = 3306;
/** How often the servers are asked how they are. */
const LOOK_MS = 1000;
/** How long one that was well may take to say so again, and how long one that was not, which others must not wait for. */
const PATIENCE_MS = 2000;
const SHORT_PATIENCE_MS = 500;
/** How often in a row one must be well before the store goes back to it: it may have just joined, and leave again. */
const WELL_AGAIN = 3;

/** The servers in `mysql://user:pass@one:3306,two:3306/name`, and that URL with only the first of them; null if it has another form. */
export function readHosts(url: string): { hosts: Host[]; url: string } | null {
  const [, before = '', list = '', after = ''] = /^(mysql:\/\/(?:[^@/]*@)?)([^/?#]+)(\/[^?#]+.*)$/.exec(url) ?? [];
  const names = list.split(',');
  const urls = names.map((name) => before + name.trim() + after);
  const [first] = urls;
  if (first === undefined || !names.every((name) => name.trim()) || !urls.every((one) => URL.canParse(one)))
    return null;
  return { hosts: urls.map(hostIn), url: first };
}

/** The server in a URL that names one. */
export function hostIn(url: string): Host {
  const { hostname, port } = new URL(url);
  return { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port || DEFAULT_PORT) };
}

/**
 * Which server of a cluster the store uses: the first, in the order of the list, that is well. Every process of the store
 * has the same list and comes to the same one, since transactions of two servers that meet in a row cost a retry.
 */
export class Hosts {
  #current: Host;
  #looking: Promise<void> | null = null;
  /** How often in a row each was well. */
  readonly #well = new Map<Host, number>();
  #isClosed = false;

  /**
   * @param askWhether it is well: a server says within some milliseconds that it takes part in the cluster; never rejects.
   * @param onLost called when the one in use is no longer well, and another one is.
   */
  constructor(
    readonly all: readonly [Host, ...Host[]],
    private readonly askWhether: (host: Host, withinMs: number) => Promise<boolean>,
    private readonly onLost: (lost: Host) => void,
  ) {
    [this.#current] = all;
  }

  /** The one to connect to, in which there is no need to look again: whoever cannot connect calls `lookAfresh`. */
  get current(): Host {
    return this.#current;
  }

  /** Whether that one was well when they were last looked after. */
  get isWell(): boolean {
    return this.#timesWell(this.#current) > 0;
  }

  /** Looks after them until it is closed. */
  async watch(): Promise<void> {
    while (!this.#isClosed) {
      await this.look();
      await sleep(LOOK_MS, undefined, { ref: false });
    }
  }

  close(): void {
    this.#isClosed = true;
  }

  /** Asks all of them how they are, from now on: what has been asked already may have been answered before something failed. */
  async lookAfresh(): Promise<void> {
    await this.#looking;
    await this.look();
  }

  /** Asks all of them how they are; whoever calls meanwhile waits for the same answers. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #look(): Promise<void> {
    const answers = await Promise.all(
      this.all.map((host) => this.askWhether(host, this.#timesWell(host) > 0 ? PATIENCE_MS : SHORT_PATIENCE_MS)),
    );
    for (const [n, host] of this.all.entries()) this.#well.set(host, answers[n] ? this.#timesWell(host) + 1 : 0);
    const lost = this.#timesWell(this.#current) === 0;
    const next = this.all.find((host) => this.#timesWell(host) >= (lost || host === this.#current ? 1 : WELL_AGAIN));
    if (!next || next === this.#current) return;
    const before = this.#current;
    this.#current = next;
    if (lost) this.onLost(before);
  }

  #timesWell(host: Host): number {
    return this.#well.get(host) ?? 0;
  }
}
