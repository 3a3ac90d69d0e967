import { promisify } from 'node:util';
import { type Connection, createConnection } from 'mysql2';
import type { Host } from './mysql-hosts.ts';

/** How long a server may take to say how it is, in milliseconds. */
const PATIENCE_MS = 2000;
/** As a server of Galera calls them: it has caught up, or sends another one what that has missed. */
const WELL_STATES = ['4', '2'];

/** Asks the servers of a cluster how they are, each over a connection of its own. */
export class HostProbe {
  readonly #connections = new Map<Host, Connection>();

  /** @param url that of any of them, for user and password. */
  constructor(private readonly url: string) {}

  /**
   * Whether a server answers, can be written to and, if it belongs to Galera, is with the majority: one that is not still
   * lets clients connect.
   */
  async isWell(host: Host): Promise<boolean> {
    try {
      const [settings] = rowsOf(await this.#ask(host, 'SELECT @@GLOBAL.read_only AS readOnly'));
      if (settings?.readOnly !== 0) return false;
      const wanted = "'wsrep_ready', 'wsrep_local_state'";
      const status = rowsOf(await this.#ask(host, `SHOW GLOBAL STATUS WHERE Variable_name IN (${wanted})`));
      return status.every(({ Variable_name: name, Value: value }) =>
        name === 'wsrep_ready' ? value === 'ON' : WELL_STATES.includes(String(value)),
      );
    } catch {
      this.#connections.get(host)?.destroy();
      this.#connections.delete(host);
      return false;
    }
  }

  close(): void {
    for (const connection of this.#connections.values()) connection.destroy();
    this.#connections.clear();
  }

  #ask(host: Host, sql: string): Promise<unknown> {
    const connection = this.#connections.get(host) ?? this.#connect(host);
    const query = (options: { sql: string; timeout: number }, done: (error: Error | null, rows?: unknown) => void) =>
      connection.query(options, done);
    return promisify(query)({ sql, timeout: PATIENCE_MS });
  }

  #connect(host: Host): Connection {
    const { username, password } = new URL(this.url);
    const connection = createConnection({
      ...host,
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      connectTimeout: PATIENCE_MS,
    });
    // What fails tells who is waiting for an answer, and otherwise the next one.
    connection.on('error', () => undefined);
    this.#connections.set(host, connection);
    return connection;
  }
}

function rowsOf(result: unknown): Record<string, unknown>[] {
  return Array.isArray(result) ? result : [];
}
