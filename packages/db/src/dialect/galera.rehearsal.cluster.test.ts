import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGalera } from '../../../../scripts/lib/galera.mjs';
import { Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { Category } from '../models/category.ts';
import { createCategory } from '../testing/category.ts';
import { soak } from '../testing/soak.ts';
import { failureKindOf } from './failure.ts';

/** Nothing listens there. */
const NOBODY = '127.0.0.1:9';

let galera: Awaited<ReturnType<typeof startGalera>>;
beforeAll(async () => {
  galera = await startGalera();
  const connection = await createConnection(galera.nodes[0]?.url ?? '');
  await connection.query('CREATE DATABASE shop');
  await connection.end();
  await using database = open();
  await database.exclusively(() => migrate(database));
});
afterAll(() => galera.stop());

/** With these nodes only, in this order; all of them by default. */
function open(...nodes: number[]): Database {
  const url = galera.url('shop');
  if (nodes.length === 0) return Database.open(url);
  const hosts = nodes.map((n) => new URL(galera.nodes[n]?.url ?? '').host);
  // Several, as in a cluster, though the store may use no other.
  return Database.open(`mysql://root@${[...hosts, NOBODY].join()}/shop`);
}

async function category(database: Database, slug: string): Promise<number> {
  const { id } = await database.transaction(() => createCategory(slug));
  return id;
}

const move = (database: Database, id: number) =>
  database.transaction(() => database.execute('UPDATE categories SET position = position + 1 WHERE id = ?', [id]));

async function positionOf(database: Database, id: number): Promise<number | undefined> {
  const { rows } = await database.execute<{ position: number }>('SELECT position FROM categories WHERE id = ?', [id]);
  return rows[0]?.position;
}

/** Which port a database is connected to. */
async function portOf(database: Database): Promise<number | undefined> {
  const { rows } = await database.execute<{ port: number }>('SELECT @@port AS port');
  return rows[0]?.port;
}

const portOfNode = (n: number) => Number(new URL(galera.nodes[n]?.url ?? '').port);

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let left = 600; !(await condition().catch(() => false)); left--) {
    if (left === 0) throw new Error('It never came to that.');
    await sleep(100);
  }
}

test('what two nodes change at the same time happens once each: the later commit is refused and done again', async () => {
  await using one = open(0);
  await using other = open(1);
  const id = await category(one, 'lamps');
  await until(async () => (await positionOf(other, id)) === 0);
  await Promise.all(Array.from({ length: 60 }, (_, n) => move(n % 2 ? one : other, id)));
  await until(async () => (await positionOf(other, id)) === 60);
  expect(await positionOf(one, id)).toBe(60);
});

test('a node that is not the first of the list waits for what the others have told their clients', async () => {
  await using one = open(0);
  const hosts = [NOBODY, `127.0.0.1:${portOfNode(1)}`].join();
  await using other = Database.open(`mysql://root@${hosts}/shop`);
  const id = await category(one, 'bowls');
  for (let moved = 1; moved <= 50; moved++) {
    await move(one, id);
    expect(await positionOf(other, id)).toBe(moved);
  }
});

test('who uses the database through any node is seen, and nodes that were not named are counted', async () => {
  const last = open(2);
  expect(await last.dialect.unnamedServers(last.sequelize)).toBe(1);
  const elsewhere = async () => {
    await using all = open();
    expect(await all.dialect.unnamedServers(all.sequelize)).toBe(0);
    return await all.dialect.isInUse(all.sequelize);
  };
  await last.ping();
  expect(await elsewhere()).toBe(true);
  await last.close();
  await until(async () => !(await elsewhere()));
});

/** Each takes a quarter of a minute, most of which is waiting. */
const losses = ['killed', 'frozen', 'cut off from the others'].slice(0, soak(1, 3));

test.each(losses)(
  'when the first node is %s, transactions go on with another one, none is lost or done twice, and it is used again later',
  async (how) => {
    const [first] = galera.nodes;
    if (!first) throw new Error('There is a first node.');
    await using database = open();
    await until(async () => (await portOf(database)) === portOfNode(0));
    const id = await category(database, how.replaceAll(' ', '-'));
    let isOver = false;
    let [done, unknown] = [0, 0];
    const mover = async () => {
      while (!isOver) {
        await move(database, id).then(
          () => done++,
          (error: unknown) => {
            // Only its commit can have been cut off.
            if (failureKindOf(error) !== 'unavailable') throw error;
            unknown++;
          },
        );
      }
    };
    const readers = [() => positionOf(database, id), () => Category.findByPk(id, { raw: true })].map(async (read) => {
      // Nothing that only reads fails.
      while (!isOver) await read();
    });
    const movers = Array.from({ length: 4 }, mover);
    await until(async () => done > 20);
    if (how === 'killed') await first.kill();
    else if (how === 'frozen') process.kill(first.pid(), 'SIGSTOP');
    else await first.part(true);
    const before = done;
    await until(async () => (await portOf(database)) !== portOfNode(0) && done > before + 20);
    isOver = true;
    await Promise.all([...movers, ...readers]);
    const position = (await positionOf(database, id)) ?? 0;
    expect(position).toBeGreaterThanOrEqual(done);
    expect(position).toBeLessThanOrEqual(done + unknown);
    if (how === 'killed') await first.restart();
    else if (how === 'frozen') process.kill(first.pid(), 'SIGCONT');
    else await first.part(false);
    await until(() => first.isSynced());
    await until(async () => (await portOf(database)) === portOfNode(0));
    expect(await positionOf(database, id)).toBe(position);
  },
);
