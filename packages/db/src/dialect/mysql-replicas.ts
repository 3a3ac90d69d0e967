import { setTimeout as sleep } from 'node:timers/promises';
import { QueryTypes } from 'sequelize';
import type { Sequelize } from 'sequelize-typescript';
import { onReplica, readsFrom } from '../may-lag.ts';
import { REPLICA_LAG_MS, REPLICA_LOOK_MS, withoutDeadlines } from './deadlines.ts';
import { hostIn } from './mysql-hosts.ts';

/** How far a database is: both numbers only grow. */
interface Position {
  entry: number;
  event: number;
}

const POSITION = `SELECT (SELECT seq FROM activity_head) AS entry, (SELECT MAX(id) FROM order_events) AS event`;

/** Sends reads that may lag to the replicas, as long as these keep up. */
export class MysqlReplicas {
  #keepsUp = false;
  #isClosed = false;
  /** Where the primary was, oldest first. */
  readonly #known: { at: number; position: Position }[] = [];

  constructor(private readonly urls: readonly string[]) {}

  /** As Sequelize wants to have it: a pool more. */
  get replication(): { write: object; read: object[] } {
    return { write: {}, read: this.urls.map(connectionOf) };
  }

  /** Must come before whatever else takes connections of `sequelize`. */
  follow(sequelize: Sequelize): void {
    const { connectionManager } = sequelize;
    const getConnection = connectionManager.getConnection.bind(connectionManager);
    connectionManager.getConnection = async (options) => {
      const asked = readsFrom();
      // Sequelize says SELECT where its types say read; and only that goes to a replica.
      const isRead = /^(read|SELECT)$/.test(options.type);
      const onReplica = () => getConnection(Object.assign({}, options, { type: 'SELECT', useMaster: false }));
      if (isRead && asked === 'replica') return onReplica();
      if (isRead && asked === 'any' && this.#keepsUp) {
        try {
          return await onReplica();
        } catch {
          this.#keepsUp = false;
        }
      }
      return getConnection({ ...options, useMaster: true });
    };
    void withoutDeadlines(() => this.#watch(sequelize));
  }

  close(): void {
    this.#isClosed = true;
  }

  async #watch(sequelize: Sequelize): Promise<void> {
    while (!this.#isClosed) {
      await sleep(REPLICA_LOOK_MS, undefined, { ref: false });
      if (this.#isClosed) return;
      this.#keepsUp = await this.#look(sequelize).catch(() => false);
    }
  }

  /** Whether the replica that is asked has what the primary had some time ago. */
  async #look(sequelize: Sequelize): Promise<boolean> {
    const read = async (): Promise<Position> => {
      const [row] = await sequelize.query<Position>(POSITION, { type: QueryTypes.SELECT });
      return { entry: row?.entry ?? 0, event: row?.event ?? 0 };
    };
    const at = Date.now();
    this.#known.push({ at, position: await read() });
    while (this.#known[1] && this.#known[1].at < at - REPLICA_LAG_MS) this.#known.shift();
    const replica = await onReplica(read);
    const [{ position } = { position: { entry: 0, event: 0 } }] = this.#known;
    return replica.entry >= position.entry && replica.event >= position.event;
  }
}

function connectionOf(url: string): object {
  const { username, password, pathname } = new URL(url);
  return {
    ...hostIn(url),
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    isReplica: true,
  };
}

/** Whether Sequelize connects to a replica with this. */
export const isReplica = (config: object): boolean => 'isReplica' in config;
