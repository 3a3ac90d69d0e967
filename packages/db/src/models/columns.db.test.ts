import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '../migrate.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
});
afterAll(() => t[Symbol.asyncDispose]());

const retired = migrations.flatMap(({ retires = [] }) => retires);

test('every model has the columns of its table, but for those that are retired', async () => {
  for (const model of Object.values(t.database.sequelize.models)) {
    const table = await t.database.sequelize.getQueryInterface().describeTable(model.getTableName());
    const current = Object.keys(table).filter((column) => !retired.includes(`${model.getTableName()}.${column}`));
    expect([model.name, Object.keys(model.getAttributes()).sort()]).toEqual([model.name, current.sort()]);
  }
});

test('every text column has the same length in its model and in its table', async () => {
  const lengths = async (column: 'model' | 'table') => {
    const found: Record<string, string> = {};
    for (const model of Object.values(t.database.sequelize.models)) {
      const table = await t.database.sequelize.getQueryInterface().describeTable(model.getTableName());
      for (const [name, { type }] of Object.entries(model.getAttributes())) {
        if (!/^VARCHAR\(\d+\)/.test(String(type))) continue;
        const is = column === 'model' ? String(type) : String(table[name]?.type);
        found[`${model.name}.${name}`] = /^VARCHAR\(\d+\)/i.exec(is)?.[0].toUpperCase() ?? is;
      }
    }
    return found;
  };
  const models = await lengths('model');
  expect(Object.keys(models)).toContain('Variant.sku');
  expect(await lengths('table')).toEqual(models);
});
