import { spawn } from 'node:child_process';

/** As much of its output as may say why it has ended. */
const KEPT = 20_000;

/** Starts one process of a server, and keeps the end of what it prints. */
export function launch(program, args, { detached = false, env = process.env } = {}) {
  const child = spawn(program, args, { detached, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      log = (log + chunk).slice(-KEPT);
    });
  }
  let over = false;
  const ended = new Promise((resolve) => {
    child.on('error', resolve);
    child.on('exit', resolve);
  }).then(() => {
    over = true;
  });
  return { child, ended, log: () => log, hasEnded: () => over };
}
