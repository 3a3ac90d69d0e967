import { delimiter, join } from 'node:path';
import { firstExisting } from './apt.mjs';

/** The path of a program, also where users' own PATH does not look; undefined if there is none. */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/bin', '/usr/local/bin'];
  return firstExisting(folders.map((folder) => join(folder, name)));
}
