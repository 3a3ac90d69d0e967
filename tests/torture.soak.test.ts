import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../scripts/lib/command.mjs';

const SEED = process.env.TEST_SEED ?? '20261129';
const HOUR_MS = 3_600_000;

test(
  'after 500 orders and 30 kills, the books agree with what clients were told',
  async () => {
    const script = join('apps', 'server', 'torture', 'run.ts');
    const options = ['--orders=500', '--kills=30', `--seed=${SEED}`];
    const { code, output } = await run(process.execPath, ['--import', 'tsx', script, ...options]);
    console.log(output);
    expect(code, output).toBe(0);
  },
  HOUR_MS,
);
