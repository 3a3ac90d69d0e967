import { existsSync } from 'node:fs';
import { run, tail } from './command.mjs';

/** Whether system packages can be installed: as root on Debian or Ubuntu. */
export const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs a system package and reports it. @throws with the last lines of apt's output. */
export async function aptInstall(name) {
  console.log(`  Installing ${name} with apt-get (the tests need it) ...`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  // Somebody else may be installing something.
  const patient = ['-o', 'DPkg::Lock::Timeout=300'];
  const install = ['install', '-y', '-q', '--no-install-recommends', ...patient, name];
  const { code, output } = await run('apt-get', install, { env });
  if (code !== 0) throw new Error(`apt-get could not install ${name}.\n\n${tail(output)}`);
}

/** The first of these files that exists. */
export const firstExisting = (paths) => paths.find((path) => path && existsSync(path));
