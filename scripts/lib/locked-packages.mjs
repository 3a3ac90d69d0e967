import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** What may be sold and passed on with the store. Libraries under the LGPL are not linked into it: they can be exchanged. */
const ALLOWED = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
    'Unlicense',
  ],
  ...['Bitstream-Vera', 'CC-BY-3.0', 'LGPL-3.0-or-later', 'OFL-1.1', 'PSF-2.0'],
]);

/** What was read instead of what package.json fails to say. */
const READ = new Map([
  // Its LICENSE, in the repository.
  ['png-js', 'MIT'],
  // Bitstream Vera's terms: free to use and pass on, not to be sold by itself.
  ['dejavu-fonts-ttf', 'Bitstream-Vera'],
]);

/** The packages of the lock file that run in production: those of the tests and the build are left out. */
export function productionPackages() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link)
    .map(([path, { version, license }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { name, version, license: READ.get(name) ?? license ?? 'unknown' };
    });
}

/** Whether each licence that must be kept is one of those; of several to choose from, one is enough. */
export function isAllowed(license) {
  const choices = license.replace(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((one) => ALLOWED.has(one)));
}

/** The packages that run a script when they are installed, which `.npmrc` switches off. */
export function packagesWithScripts() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.keys(packages).filter((path) => packages[path].hasInstallScript);
}
