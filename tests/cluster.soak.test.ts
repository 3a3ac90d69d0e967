import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../scripts/lib/command.mjs';

const SEED = process.env.TEST_SEED ?? '20261130';
const HOUR_MS = 3_600_000;

test(
  'after every part of a shop on several machines was killed twice, the books agree with what clients were told',
  async () => {
    const script = join('apps', 'server', 'cluster', 'run.ts');
    const options = ['--kill', '--times=2', `--seed=${SEED}`];
    const { code, output } = await run(process.execPath, ['--import', 'tsx', script, ...options]);
    console.log(output);
    expect(code, output).toBe(0);
  },
  HOUR_MS,
);
