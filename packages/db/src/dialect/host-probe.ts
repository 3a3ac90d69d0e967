import { promisify } from 'node:util';
import { type Connection, createConnection, escape as quote } from 'mysql2';
import { STATEMENT_MS } from './deadlines.ts';
import type { Host } from './mysql-hosts.ts';

/** As a server of Galera calls them: it has caught up, or sends another one what that has missed. */
const WELL_STATES = ['4', '2'];

/** Asks the servers of a cluster how they are, each over a connection of its own. */
export class HostProbe {
  readonly #connections = new Map<Host, Connection>();

  #isClosed = false;

  /** @param url that of any of them, for user, password and settings such as those of TLS. */
  constructor(private readonly url: string) {}

  /**
   * Whether a server answers in time, can be written to and, if it belongs to Galera, is with the majority: one that is not still
   * lets clients connect.
   */
  async isWell(host: Host, withinMs: number): Promise<boolean> {
    try {
      const [settings] = rowsOf(await this.#ask(host, 'SELECT @@GLOBAL.read_only AS readOnly', withinMs));
      if (settings?.readOnly !== 0) return false;
      const wanted = "'wsrep_ready', 'wsrep_local_state'";
      const status = rowsOf(await this.#ask(host, `SHOW GLOBAL STATUS WHERE Variable_name IN (${wanted})`, withinMs));
      return status.every(({ Variable_name: name, Value: value }) =>
        name === 'wsrep_ready' ? value === 'ON' : WELL_STATES.includes(String(value)),
      );
    } catch {
      this.#connections.get(host)?.destroy();
      this.#connections.delete(host);
      return false;
    }
  }

  /** Whether somebody uses the database there; nobody does where nobody can connect. */
  async isUsed(host: Host): Promise<boolean> {
    const { pathname } = new URL(this.url);
    const name = decodeURIComponent(pathname.slice(1));
    const sql = `SELECT COUNT(*) AS users FROM information_schema.PROCESSLIST WHERE DB = ${quote(name)}`;
    const [row] = rowsOf(await this.#ask(host, sql, STATEMENT_MS).catch(() => []));
    return Number(row?.users ?? 0) > 0;
  }

  close(): void {
    this.#isClosed = true;
    for (const connection of this.#connections.values()) connection.destroy();
    this.#connections.clear();
  }

  async #ask(host: Host, sql: string, timeout: number): Promise<unknown> {
    if (this.#isClosed) throw new Error('Nobody asks any more.');
    const connection = this.#connections.get(host) ?? this.#connect(host, timeout);
    const query = (options: { sql: string; timeout: number }, done: (error: Error | null, rows?: unknown) => void) =>
      connection.query(options, done);
    return promisify(query)({ sql, timeout });
  }

  #connect(host: Host, connectTimeout: number): Connection {
    // Without the name of a database, so that it does not count as using it.
    const server = new URL(this.url);
    server.pathname = '/';
    const connection = createConnection({ uri: server.href, ...host, connectTimeout });
    // What fails tells who is waiting for an answer, and otherwise the next one.
    connection.on('error', () => undefined);
    this.#connections.set(host, connection);
    return connection;
  }
}

function rowsOf(result: unknown): Record<string, unknown>[] {
  return Array.isArray(result) ? result : [];
}
