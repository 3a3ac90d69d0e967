import { parseArgs } from 'node:util';
import { checkBooks, repairBooks } from '@lantern/api/books/check-books';
import type { Difference } from '@lantern/api/books/difference';
import { SimulatedPaymentProvider } from '@lantern/api/payments/simulated-provider';
import { runCommand } from './backup/command.ts';
import { openExisting, refuseUnknown } from './backup/open-existing.ts';
import { readConfig } from './config.ts';
import { createLogger } from './logger.ts';

/**
 * `npm run doctor`: derives every kept figure from what it follows from, and names each that differs in one line, while
 * the store is open. `--repair` mends those that can be derived; `--json` prints a line of JSON each. Exits 1 if any is
 * left.
 */
await runCommand(async () => {
  const { values: options } = parseArgs({ options: { repair: { type: 'boolean' }, json: { type: 'boolean' } } });
  const { databaseUrl } = readConfig(process.env);
  await using database = openExisting(databaseUrl);
  await refuseUnknown(database, 'check it with that version');
  const services = { database, payments: new SimulatedPaymentProvider(database), log: createLogger('error') };
  let [found, mended] = [0, 0];
  for await (const difference of checkBooks(services)) {
    found += 1;
    const isMended = options.repair === true && (await repairBooks(services, difference));
    if (isMended) mended += 1;
    console.log(options.json ? JSON.stringify({ ...difference, mended: isMended }) : lineOf(difference, isMended));
  }
  if (!options.json) console.log(found === 0 ? 'The books balance.' : `${count(found)}, ${mended} of them mended.`);
  process.exitCode = found > mended ? 1 : 0;
});

function lineOf({ where, what, expected, found, advice }: Difference, isMended: boolean): string {
  const line = `${where}: ${what} is ${found ?? 'missing'}, but should be ${expected ?? 'missing'}.`;
  return `${line} ${isMended ? 'Mended.' : (advice ?? 'Run it with --repair to mend it.')}`;
}

function count(differences: number): string {
  return differences === 1 ? '1 difference' : `${differences} differences`;
}
