/** `npm run dev`: the server starts again on every change and Vite serves the pages as they are edited. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { tool } from './lib/command.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { ROOT } from './lib/root.mjs';

requireNode();
await install().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

const port = Number(process.env.PORT || 3000);
const children = [
  start('tsx', ['watch', '--clear-screen=false', 'apps/server/src/main.ts'], ROOT, {
    PORT: String(port + 1),
    WEB_DEV: `http://localhost:${port}`,
  }),
  start('vite', [], join(ROOT, 'apps/web'), { PORT: String(port), API_URL: `http://127.0.0.1:${port + 1}` }),
];
for (const child of children) {
  // One of them alone is of no use.
  child.on('error', (error) => {
    console.error(error.message);
    stop(1);
  });
  child.on('exit', (code) => stop(code ?? 0));
}
process.once('SIGINT', () => stop(0));
process.once('SIGTERM', () => stop(0));

function start(name, args, cwd, env) {
  return spawn(tool(name), args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] });
}

function stop(code) {
  process.exitCode ||= code;
  for (const child of children) child.kill('SIGTERM');
}
