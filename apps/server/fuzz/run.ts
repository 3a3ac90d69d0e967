import { startMariadb } from '../../../scripts/lib/mariadb.mjs';
import { everyRequest } from './every-request.ts';
import { fuzz } from './fuzz.ts';
import { heapInUse, MAX_GROWTH } from './memory.ts';
import { HELP, readOptions } from './options.ts';
import { openFuzzStore } from './store.ts';

const MAX_MS = 2000;

async function run(args: string[]): Promise<void> {
  const options = readOptions(args);
  if (!options) return void process.stdout.write(HELP);
  const { requests, seed, database } = options;
  process.env.TEST_DATABASE = database;
  const server = database === 'mariadb' ? await startMariadb() : null;
  if (server) process.env.TEST_MARIADB_URL = server.url;
  try {
    await using store = await openFuzzStore({ isWhole: true });
    const before = heapInUse();
    let settled: number | undefined;
    const begun = performance.now();
    const { findings, statuses, reached, slowOnce } = await fuzz(store, everyRequest(store), {
      ...{ requests, seed, maxMs: MAX_MS },
      onRound(sent) {
        process.stdout.write(`\r  ${sent} of ${requests}`);
        if (sent >= requests / 10) settled ??= heapInUse();
      },
      onFinding: ({ problem, curl, logged }) => console.log(`\n${[problem, curl, ...logged].join('\n')}`),
    });
    const seconds = Math.round((performance.now() - begun) / 1000);
    console.log(`\r  ${requests} requests with --seed=${seed} on ${database} in ${seconds} s`);
    console.log(`  answers by status: ${JSON.stringify(statuses)}; ${reached.size} paths and procedures answered 200`);
    console.log(`  over ${MAX_MS} ms: ${slowOnce} answers that were faster when asked for alone`);
    const after = heapInUse();
    const growth = after - before;
    const [sinceStart, sinceTenth] = [growth, after - (settled ?? before)].map((bytes) => Math.round(bytes / 1e6));
    console.log(
      `  memory in use: ${sinceStart} MB more than before, ${sinceTenth} MB more than after the first tenth\n`,
    );
    if (findings.length > 0 || growth > MAX_GROWTH) process.exitCode = 1;
  } finally {
    await server?.stop();
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
