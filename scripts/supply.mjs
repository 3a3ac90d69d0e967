import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, tail } from './lib/command.mjs';
import { isAllowed, productionPackages } from './lib/locked-packages.mjs';
import { ROOT } from './lib/root.mjs';

/*
 * `npm run supply`: counts the packages that run in production by their licence, and writes a list of parts (SBOM, in
 * CycloneDX's form) to reports/sbom.json. Exits 1 for a licence that is not allowed.
 */

const packages = productionPackages();
const byLicense = new Map();
for (const one of packages) byLicense.set(one.license, [...(byLicense.get(one.license) ?? []), one]);
console.log(`${packages.length} packages run in production:`);
for (const [license, { length }] of [...byLicense].sort(([, a], [, b]) => b.length - a.length)) {
  console.log(`${String(length).padStart(5)}  ${license}`);
}
const refused = packages.filter(({ license }) => !isAllowed(license));
for (const { name, version, license } of refused)
  console.error(`${name} ${version} is under ${license}, which is not allowed.`);

const { code, output } = await run('npm', [
  'sbom',
  '--sbom-format',
  'cyclonedx',
  '--omit',
  'dev',
  '--package-lock-only',
]);
if (code !== 0) throw new Error(`npm sbom failed.\n\n${tail(output)}`);
mkdirSync(join(ROOT, 'reports'), { recursive: true });
writeFileSync(join(ROOT, 'reports/sbom.json'), output.slice(output.indexOf('{')));
console.log('The list of parts is in reports/sbom.json.');
process.exitCode = refused.length > 0 ? 1 : 0;
