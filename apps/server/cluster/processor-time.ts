import { readFileSync } from 'node:fs';

/** The clock of /proc, which is the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** The processor time that a process has used since it began, in seconds; NaN where the system does not say. */
export function processorSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may have blanks; user and system time are the 14th and 15th field.
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    return (Number(user) + Number(system)) / TICKS_PER_SECOND;
  } catch {
    return Number.NaN;
  }
}
