/** What a start tells the person who waits for it: finished steps, and one line that moves. */
export interface Progress {
  update(line: string): void;
  done(line: string): void;
}

/** Writes to a terminal in place; into a file or pipe it writes finished steps and a line a second. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
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

/** ", 7,800 a second"; nothing for a batch too small to say. */
export function rate(count: number, elapsedMs: number): string {
  if (count < 1000) return '';
  return `, ${Math.round((count * 1000) / Math.max(1, elapsedMs)).toLocaleString('en')} a second`;
}
