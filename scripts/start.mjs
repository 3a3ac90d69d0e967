/** `npm start`: installs and builds what is missing or out of date, then starts the server. */
import { spawn } from 'node:child_process';
import { bundleArguments, bundleEnvironment } from './lib/bundle.mjs';
import { run, tail, tool } from './lib/command.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { ROOT } from './lib/root.mjs';

requireNode();
try {
  await install();
  await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
serve();

async function build() {
  // If nothing has changed, turbo uses its cache and this takes a fraction of a second.
  const { code, output } = await run(tool('turbo'), ['run', 'build', '--output-logs=errors-only']);
  if (code !== 0) throw new Error(`The store could not be built.\n\n${tail(output)}`);
}

function serve() {
  const env = { ...bundleEnvironment, ...process.env };
  const server = spawn(process.execPath, bundleArguments, { cwd: ROOT, stdio: 'inherit', env });
  // Ctrl+C also reaches the server directly; it handles only the first signal.
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.kill(signal));
  server.on('error', (error) => {
    console.error(`The server could not be started: ${error.message}`);
    process.exit(1);
  });
  server.on('exit', (code) => process.exit(code ?? 1));
}
