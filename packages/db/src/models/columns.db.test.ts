import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
});
afterAll(() => t[Symbol.asyncDispose]());

test('every model has the columns of its table', async () => {
  for (const model of Object.values(t.database.sequelize.models)) {
    const table = await t.database.sequelize.getQueryInterface().describeTable(model.getTableName());
    expect([model.name, Object.keys(model.getAttributes()).sort()]).toEqual([model.name, Object.keys(table).sort()]);
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
