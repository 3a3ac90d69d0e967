import { Duplex } from 'node:stream';
import type { Sequelize } from 'sequelize-typescript';
import { failureKindOf } from './failure.ts';
import { HostProbe } from './host-probe.ts';
import { type Host, Hosts } from './mysql-hosts.ts';
import { isReplica } from './mysql-replicas.ts';
import { setUpSession } from './mysql-session.ts';

/** How long whoever has got no connection tries again, in milliseconds. */
const CONNECT_AGAIN_MS = 2000;

/** Keeps the connections of a pool with the server that the store uses, of the several that it may use. */
export class MysqlCluster {
  readonly #probe: HostProbe;
  readonly #hosts: Hosts;
  readonly #hostOf = new WeakMap<object, Host>();
  /** Of each server, the connections that are open. */
  readonly #streams = new Map<Host, Set<Duplex>>();

  /**
   * @param url that of any of them, for user, password and settings.
   * @param onAnswer called whenever the one in use has said that it is well.
   */
  constructor(url: string, hosts: readonly [Host, ...Host[]], onAnswer: () => void) {
    this.#probe = new HostProbe(url);
    const isWell = async (host: Host, withinMs: number) => {
      const well = await this.#probe.isWell(host, withinMs);
      if (well && host === this.#hosts.current) onAnswer();
      return well;
    };
    this.#hosts = new Hosts(hosts, isWell, (lost) => this.#leave(lost));
  }

  /** Lets `sequelize` connect to whichever is in use; it must not have connected yet. */
  follow(sequelize: Sequelize): void {
    const { connectionManager } = sequelize;
    sequelize.addHook('beforeConnect', (config: object) => {
      if (!isReplica(config)) Object.assign(config, this.#hosts.current);
    });
    sequelize.addHook('afterConnect', async (connection: object, config: object) => {
      if (isReplica(config)) return setUpSession(connection);
      const host = this.#hosts.all.find((one) => isConnectedTo(connection, one));
      await setUpSession(connection, { waitsForOthers: host !== this.#hosts.all[0] });
      if (host) this.#remember(connection, host);
    });
    const validate: unknown = Reflect.get(connectionManager, 'validate');
    Object.assign(connectionManager, {
      validate: (connection: object) =>
        (typeof validate !== 'function' || validate.call(connectionManager, connection)) && this.#isCurrent(connection),
    });
    const getConnection = connectionManager.getConnection.bind(connectionManager);
    connectionManager.getConnection = async (options) => {
      // The pool tells whoever has waited longest that it could not connect, whatever it has connected to meanwhile.
      for (const until = performance.now() + CONNECT_AGAIN_MS; ; ) {
        try {
          return await getConnection(options);
        } catch (error) {
          const mayHelp = failureKindOf(error) === 'unavailable' && performance.now() < until;
          if (!mayHelp || !(await this.findAnother())) throw error;
        }
      }
    };
    void this.#hosts.watch();
  }

  /** Looks after all of them; whether the one in use is well then. */
  async findAnother(): Promise<boolean> {
    await this.#hosts.lookAfresh();
    return this.#hosts.isWell;
  }

  /** Whether anybody uses the database through another server than the one in use. */
  async isInUseElsewhere(): Promise<boolean> {
    const others = this.#hosts.all.filter((host) => host !== this.#hosts.current);
    return (await Promise.all(others.map((host) => this.#probe.isUsed(host)))).some(Boolean);
  }

  close(): void {
    this.#hosts.close();
    this.#probe.close();
  }

  #isCurrent(connection: object): boolean {
    const host = this.#hostOf.get(connection);
    // Without one, it is connected to a replica.
    return host === undefined || host === this.#hosts.current;
  }

  #remember(connection: object, host: Host): void {
    this.#hostOf.set(connection, host);
    if (!('stream' in connection) || !(connection.stream instanceof Duplex)) return;
    const { stream } = connection;
    const streams = this.#streams.get(host) ?? new Set();
    this.#streams.set(host, streams.add(stream));
    stream.once('close', () => streams.delete(stream));
  }

  /** What waits for an answer of it would wait in vain. */
  #leave(lost: Host): void {
    const error = Object.assign(new Error('The database server was lost'), { code: 'ECONNRESET' });
    for (const stream of this.#streams.get(lost) ?? []) stream.destroy(error);
  }
}

function isConnectedTo(connection: object, { host, port }: Host): boolean {
  if (!('config' in connection) || typeof connection.config !== 'object' || connection.config === null) return false;
  return Reflect.get(connection.config, 'host') === host && Reflect.get(connection.config, 'port') === port;
}
