import LibsqlDatabase from 'libsql';
import { createPool, type RowDataPacket } from 'mysql2/promise';

type Value = string | number | null;
/** Runs one prepared statement; `Row` is what the statement selects or returns. */
export type Query = <Row>(sql: string, values?: Value[]) => Promise<Row[]>;

/** The least between a handler and the database: prepared statements and transactions. */
export interface Sql {
  dialect: 'mariadb' | 'sqlite';
  query: Query;
  /** Commits what `work` has written, or nothing of it if it throws. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  /** A time as the store writes it. */
  time(at: Date): string;
  close(): Promise<void>;
}

/** As many connections as the store has. */
const POOL_SIZE = 20;

export function openSql(url: string): Sql {
  return url.startsWith('sqlite:') ? openSqlite(url.slice('sqlite:'.length)) : openMariadb(url);
}

function openMariadb(url: string): Sql {
  const pool = createPool({
    uri: url,
    connectionLimit: POOL_SIZE,
    timezone: 'Z',
    jsonStrings: true,
    maxPreparedStatements: 200,
  });
  // As the store does: the gap locks of the default level only add deadlocks.
  pool.on('connection', (connection) => {
    void connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  });
  return {
    dialect: 'mariadb',
    async query<Row>(sql: string, values: Value[] = []) {
      const [rows] = await pool.execute<(Row & RowDataPacket)[]>(sql, values);
      return rows;
    },
    async transaction(work) {
      const connection = await pool.getConnection();
      try {
        await connection.beginTransaction();
        const result = await work(async <Row>(sql: string, values: Value[] = []) => {
          const [rows] = await connection.execute<(Row & RowDataPacket)[]>(sql, values);
          return rows;
        });
        await connection.commit();
        return result;
      } catch (error) {
        await connection.rollback();
        throw error;
      } finally {
        connection.release();
      }
    },
    time: (at) => at.toISOString().replace('T', ' ').replace('Z', ''),
    close: () => pool.end(),
  };
}

function openSqlite(file: string): Sql {
  const reader = connect(file);
  const writer = connect(file);
  let last: Promise<unknown> = Promise.resolve();
  const transaction = async <T>(work: (query: Query) => Promise<T>): Promise<T> => {
    writer.exec('BEGIN IMMEDIATE');
    try {
      const result = await work(queryOf(writer));
      writer.exec('COMMIT');
      return result;
    } catch (error) {
      writer.exec('ROLLBACK');
      throw error;
    }
  };
  return {
    dialect: 'sqlite',
    query: queryOf(reader),
    // One writer at a time.
    transaction(work) {
      const own = last.then(() => transaction(work));
      last = own.catch(() => undefined);
      return own;
    },
    time: (at) => at.toISOString().replace('T', ' ').replace('Z', ' +00:00'),
    async close() {
      reader.close();
      writer.close();
    },
  };
}

/** With the settings of the store. */
function connect(file: string): LibsqlDatabase.Database {
  const connection = new LibsqlDatabase(file);
  const settings = ['journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = ON', 'cache_size = -16384'];
  for (const setting of [...settings, 'wal_autocheckpoint = 4000', 'busy_timeout = 5000']) {
    connection.exec(`PRAGMA ${setting}`);
  }
  return connection;
}

function queryOf(connection: LibsqlDatabase.Database): Query {
  const prepared = new Map<string, ReturnType<LibsqlDatabase.Database['prepare']>>();
  return async <Row>(sql: string, values: Value[] = []) => {
    const statement = prepared.get(sql) ?? connection.prepare(sql);
    prepared.set(sql, statement);
    if (statement.reader) return statement.all(values) as Row[];
    statement.run(values);
    return [];
  };
}
