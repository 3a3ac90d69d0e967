/**
 * `npm run dev`: runs the `dev` tasks of the server, which restarts on every change, and of the web app, which Vite
 * serves with hot reloading.
 */
import { spawn } from 'node:child_process';
import { quietTurbo, tool } from './lib/command.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { ROOT } from './lib/root.mjs';

requireNode();
await install().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

const port = Number(process.env.PORT || 3000);
const env = {
  ...process.env,
  ...quietTurbo,
  PORT: String(port),
  API_PORT: String(port + 1),
  API_URL: `http://127.0.0.1:${port + 1}`,
  WEB_DEV: `http://localhost:${port}`,
};
// `loose` passes all environment variables on, so that every setting reaches the store.
const turbo = spawn(tool('turbo'), ['run', 'dev', '--env-mode=loose', '--ui=stream'], {
  cwd: ROOT,
  env,
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: true,
});
// The `turbo` command is a wrapper that does not forward signals, so signal its whole process group.
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.kill(-turbo.pid, signal));
turbo.on('exit', (code) => process.exit(code ?? 0));
