/** Reports the progress of a start: finished steps, and one line that is updated in place. */
export interface Progress {
  update(line: string): void;
  done(line: string): void;
}

/** Reports to a stream. A terminal shows updates in place; a file or pipe gets at most one update per second. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  let lastShown = 0;
  return {
    update(line) {
      if (stream.isTTY) stream.write(`\r\x1b[2K  ${line}`);
      else if (Date.now() - lastShown > 1000) {
        lastShown = Date.now();
        stream.write(`  ${line}\n`);
      }
    },
    done(line) {
      stream.write(`${stream.isTTY ? '\r\x1b[2K' : ''}  ${line}\n`);
    },
  };
}

/** The rate for a message, such as ", 7,800 a second"; empty for batches too small to be meaningful. */
export function rate(count: number, elapsedMs: number): string {
  if (count < 1000) return '';
  return `, ${Math.round((count * 1000) / Math.max(1, elapsedMs)).toLocaleString('en')} a second`;
}
