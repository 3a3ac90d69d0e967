import { randomUUID } from 'node:crypto';
import type { Connection, ResultSetHeader } from 'mysql2';
import { QueryTypes } from 'sequelize';
import { Sequelize } from 'sequelize-typescript';
import { hasDeadline, STATEMENT_MS } from './deadlines.ts';
import {
  type ColumnDefinition,
  type ConnectOptions,
  Dialect,
  driverCode,
  type PoolFigures,
  type SqlValue,
  type StatementResult,
  type TransactionStep,
  type Turn,
} from './dialect.ts';
import { mysqlDictionary, TRIAL_TABLE } from './dictionary.ts';
import { failureKindOf } from './failure.ts';
import { MysqlCluster } from './mysql-cluster.ts';
import type { Host } from './mysql-hosts.ts';
import { MysqlReplicas } from './mysql-replicas.ts';
import { LET_IDLE, setUpSession } from './mysql-session.ts';
import { statementError } from './statement-error.ts';
import { Watchdog } from './watchdog.ts';

const POOL_SIZE = 20;
/** The database limits those of all servers together; the driver would keep 16,000 for each connection. */
const PREPARED_PER_CONNECTION = 100;
/** As much as a tablespace grows by. */
const ROOM_BYTES = 1024 ** 2;
/** A server of Galera that is not with the majority answers so to everything, and does none of it. */
const NOT_READY = 'ER_UNKNOWN_COM_ERROR';
const LOCK_NAME = 'lantern_setup';
const LOCK_TIMEOUT_S = 300;

type ControlStatement =
  | typeof LET_IDLE
  | 'START TRANSACTION'
  | 'START TRANSACTION WITH CONSISTENT SNAPSHOT'
  | 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ'
  | 'SET foreign_key_checks = 0'
  | 'COMMIT'
  | 'ROLLBACK';

/** The part of an mysql2 connection that is used here. */
type Driver = Pick<Connection, 'execute' | 'query'>;

/** MySQL 8 or MariaDB 10.6 and newer: the database for production. */
export class MysqlDialect extends Dialect {
  readonly name = 'mysql';
  readonly now = 'UTC_TIMESTAMP(3)';
  readonly forUpdate = 'FOR UPDATE';
  /** INSERT IGNORE would leave two of them with a shared lock that neither can upgrade. */
  readonly unlessPresent = 'ON DUPLICATE KEY UPDATE id = id';
  /** Long enough for many concurrent transactions; a hanging database fails sooner, with a non-retryable error. */
  readonly retryForMs = 15_000;
  readonly dictionary = mysqlDictionary;
  readonly ddl = {
    id: 'INTEGER PRIMARY KEY AUTO_INCREMENT',
    nocase: 'COLLATE utf8mb4_general_ci',
    tableOptions: 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin',
    dropIndex: (name: string, table: string) => `DROP INDEX ${name} ON ${table}`,
    allowNull: (table: string, column: string, type: string) => `ALTER TABLE ${table} MODIFY ${column} ${type} NULL`,
    // MariaDB's check belongs to the column and is replaced with it; MySQL's belongs to the table and would stay.
    redefine: ({ table, column, definition, check }: ColumnDefinition) => [
      `ALTER TABLE ${table} DROP CONSTRAINT ${table}_chk_${check}`,
      `ALTER TABLE ${table} MODIFY ${column} ${definition(column)}`,
    ],
  };

  readonly #turn: Turn = {
    begin: (sequelize: Sequelize) => this.begin(sequelize),
    end: (sequelize: Sequelize, connection, how) => this.end(sequelize, connection, how),
    over: () => undefined,
  };
  readonly #watchdog = new Watchdog();
  readonly #cluster: MysqlCluster | null = null;
  /** Connections whose transactions may be idle for as long as they like. */
  readonly #patient = new WeakSet<object>();

  readonly #replicas: MysqlReplicas | null = null;
  private readonly hostCount: number;

  /** @param hosts those of its cluster. */
  constructor(
    private readonly url: string,
    {
      hosts: [first, ...others] = [],
      replicaUrls = [],
    }: { hosts?: readonly Host[]; replicaUrls?: readonly string[] } = {},
  ) {
    super();
    this.hostCount = first ? 1 + others.length : 1;
    if (replicaUrls.length > 0) this.#replicas = new MysqlReplicas(replicaUrls);
    if (first && others.length > 0)
      this.#cluster = new MysqlCluster(url, [first, ...others], () => this.#watchdog.responded());
  }

  dayOf(column: string, offsetMinutes: number): string {
    return `DATE_FORMAT(${column} + INTERVAL ${offsetMinutes} MINUTE, '%Y-%m-%d')`;
  }

  open({ models }: ConnectOptions): Sequelize {
    const sequelize = new Sequelize(this.url, {
      dialect: 'mysql',
      models,
      logging: false,
      timezone: '+00:00',
      // `Watchdog` limits how long a request waits for a connection.
      pool: { max: POOL_SIZE, acquire: 60_000 },
      ...(this.#replicas && { replication: this.#replicas.replication }),
      dialectOptions: {
        charset: 'utf8mb4',
        connectTimeout: STATEMENT_MS,
        maxPreparedStatements: PREPARED_PER_CONNECTION,
        // The driver's own conversions give the same values as Sequelize's, which would call a function for each.
        typeCast: true,
      },
    });
    // Sequelize would set the time zone with a statement that has no timeout; `setUpSession` sets it instead.
    Object.assign(sequelize.config, { keepDefaultTimezone: true });
    this.#replicas?.follow(sequelize);
    if (this.#cluster) this.#cluster.follow(sequelize);
    else sequelize.addHook('afterConnect', (connection: unknown) => setUpSession(connection));
    this.#watchdog.watch(sequelize);
    return sequelize;
  }

  pool({ connectionManager }: Sequelize): PoolFigures {
    // Its types lack the pool.
    const pool: unknown = Reflect.get(connectionManager, 'pool');
    const figure = (name: string) => Number(Reflect.get(Object(pool), name) ?? 0);
    return { max: POOL_SIZE, open: figure('size'), used: figure('using'), waiting: figure('waiting') };
  }

  /** InnoDB locks rows, so transactions need not queue in the process. */
  async takeTurn(): Promise<Turn> {
    return this.#turn;
  }

  /** At the isolation level of the session: see `setUpSession`. */
  async begin(sequelize: Sequelize): Promise<object> {
    if (hasDeadline()) return this.#begin(sequelize, ['START TRANSACTION']);
    const connection = await this.#begin(sequelize, [LET_IDLE, 'START TRANSACTION']);
    this.#patient.add(connection);
    return connection;
  }

  beginSnapshot(sequelize: Sequelize): Promise<object> {
    return this.#begin(sequelize, [
      'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ',
      'START TRANSACTION WITH CONSISTENT SNAPSHOT',
    ]);
  }

  beginLoad(sequelize: Sequelize): Promise<object> {
    return this.#begin(sequelize, ['SET foreign_key_checks = 0']);
  }

  /** The rows are committed already. */
  async endLoad({ connectionManager }: Sequelize, connection: object): Promise<void> {
    // It would go on without checking foreign keys.
    await connectionManager.destroyConnection(connection);
  }

  /** Sees other connections of the same user, or all of them if that may. */
  async isInUse(sequelize: Sequelize): Promise<boolean> {
    const [row] = await sequelize.query<{ others: number }>(
      'SELECT COUNT(*) AS others FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND ID <> CONNECTION_ID()',
      { type: QueryTypes.SELECT },
    );
    return Number(row?.others) > 0 || ((await this.#cluster?.isInUseElsewhere()) ?? false);
  }

  async unnamedServers(sequelize: Sequelize): Promise<number> {
    const [row] = await sequelize.query<{ Value: string }>("SHOW STATUS LIKE 'wsrep_cluster_size'", {
      type: QueryTypes.SELECT,
    });
    // Without Galera, it is not said or 0.
    return Math.max(0, Number(row?.Value ?? 0) - this.hostCount);
  }

  async #begin(sequelize: Sequelize, statements: readonly ControlStatement[]): Promise<object> {
    const connection = await sequelize.connectionManager.getConnection({ type: 'write' });
    try {
      for (const statement of statements) await this.#send(connection, statement);
    } catch (error) {
      await sequelize.connectionManager.destroyConnection(connection);
      throw error;
    }
    return connection;
  }

  async end({ connectionManager }: Sequelize, connection: object, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    try {
      await this.#send(connection, how);
    } catch (error) {
      // Nobody knows what became of the transaction, so nothing else may run on this connection.
      await connectionManager.destroyConnection(connection);
      throw error;
    }
    // What has no deadlines is rare: the next one on this connection may have some.
    if (this.#patient.has(connection)) await connectionManager.destroyConnection(connection);
    else connectionManager.releaseConnection(connection);
  }

  /** Sends a statement that databases do not prepare. */
  async #send(connection: object, sql: ControlStatement): Promise<void> {
    await this.#watched(connection, sql, (driver, done) => driver.query(sql, done));
  }

  async execute<Row>(connection: object, sql: string, values: SqlValue[]): Promise<StatementResult<Row>> {
    const result = await this.#watched<Row[] | ResultSetHeader>(connection, sql, (driver, done) =>
      driver.execute<ResultSetHeader>(sql, values, done),
    );
    if (Array.isArray(result)) return { rows: result, affectedRows: 0, insertId: 0 };
    return { rows: [], affectedRows: result.affectedRows, insertId: result.insertId };
  }

  /** Within the deadlines, and with the errors of Sequelize. */
  async #watched<Result>(
    connection: object,
    sql: string,
    send: (driver: Driver, done: (error: Error | null, result: Result) => void) => void,
  ): Promise<Result> {
    if (!isDriver(connection)) throw new TypeError('This is not an mysql2 connection.');
    const running = { connection };
    this.#watchdog.started(running, sql === 'COMMIT' || sql === 'ROLLBACK');
    try {
      return await new Promise((resolve, reject) => {
        send(connection, (error, result) => (error ? reject(error) : resolve(result)));
      });
    } catch (error) {
      throw statementError(error, sql);
    } finally {
      this.#watchdog.ended(running);
    }
  }

  isRetryable(error: unknown, step: TransactionStep): boolean {
    const code = driverCode(error);
    // Galera says that it is a deadlock, too, if another server has committed a change of the same rows first.
    if (['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD'].includes(code)) return true;
    if (!this.#cluster) return false;
    return code === NOT_READY || (step === 'work' && failureKindOf(error) === 'unavailable');
  }

  async findAnother(): Promise<boolean> {
    return (await this.#cluster?.findAnother()) ?? false;
  }

  /** DDL commits implicitly on MySQL, so a named lock on a separate connection excludes other servers. */
  async exclusively<T>(sequelize: Sequelize, work: () => Promise<T>): Promise<T> {
    const holder = await sequelize.transaction();
    try {
      const [row] = await sequelize.query<{ locked: number | null }>('SELECT GET_LOCK(?, ?) AS locked', {
        replacements: [LOCK_NAME, LOCK_TIMEOUT_S],
        type: QueryTypes.SELECT,
        transaction: holder,
      });
      if (row?.locked !== 1) throw new Error('Another server has been setting up this database for too long.');
      return await work();
    } finally {
      await sequelize.query('DO RELEASE_LOCK(?)', { replacements: [LOCK_NAME], transaction: holder });
      await holder.rollback();
    }
  }

  isAlreadyApplied(error: unknown): boolean {
    const there = ['ER_TABLE_EXISTS_ERROR', 'ER_DUP_FIELDNAME', 'ER_DUP_KEYNAME', 'ER_DUP_ENTRY'];
    return [...there, 'ER_CANT_DROP_FIELD_OR_KEY', 'ER_CONSTRAINT_NOT_FOUND'].includes(driverCode(error));
  }

  /** Its disk is another machine's: a write that failed tells. */
  async checkRoom(): Promise<void> {}

  /** With a table of its own: those of the store have some room left, in which a small change fits on a full disk. */
  async tryRoom(sequelize: Sequelize): Promise<void> {
    const table = `${TRIAL_TABLE}${randomUUID().slice(0, 8)}`;
    try {
      await sequelize.query(`CREATE TABLE ${table} (filling LONGTEXT NOT NULL) ${this.ddl.tableOptions}`);
      await sequelize.query(`INSERT INTO ${table} VALUES (REPEAT('x', ${ROOM_BYTES}))`);
    } catch (error) {
      // A user who may not create tables sees when the next large change fails.
      if (driverCode(error) !== 'ER_TABLEACCESS_DENIED_ERROR') throw error;
    } finally {
      await sequelize.query(`DROP TABLE IF EXISTS ${table}`).catch(() => undefined);
    }
  }

  afterClose(): void {
    this.#cluster?.close();
    this.#replicas?.close();
  }
}

function isDriver(connection: object): connection is Driver {
  return 'execute' in connection && 'query' in connection;
}
