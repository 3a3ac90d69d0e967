/**
 * `npm run dev`: turbo runs the `dev` of the server, which starts again on every change, and of the web app, where
 * Vite serves the pages as they are edited.
 */
import { spawn } from 'node:child_process';
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
const env = {
  ...process.env,
  PORT: String(port),
  API_PORT: String(port + 1),
  API_URL: `http://127.0.0.1:${port + 1}`,
  WEB_DEV: `http://localhost:${port}`,
};
// Loose, so that every setting of the store reaches it.
const turbo = spawn(tool('turbo'), ['run', 'dev', '--env-mode=loose', '--ui=stream'], {
  cwd: ROOT,
  env,
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: true,
});
// The command is a wrapper that handles no signal: its whole group gets it.
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.kill(-turbo.pid, signal));
turbo.on('exit', (code) => process.exit(code ?? 0));
