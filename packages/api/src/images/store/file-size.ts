import { stat } from 'node:fs/promises';

/** How long a file is, in bytes; null if it is not there. */
export function fileSize(file: string): Promise<number | null> {
  return stat(file).then(
    ({ size }) => size,
    () => null,
  );
}
