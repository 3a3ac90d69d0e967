/** `npm start`: installs and builds what is missing or out of date, then starts the server. */
import { spawn } from 'node:child_process';
import { bundleArguments, bundleEnvironment } from './lib/bundle.mjs';
import { run, tail, tool } from './lib/command.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { ROOT } from './lib/root.mjs';

requireNode();
/** Aborted by a signal to end, which is the reason. */
const ending = new AbortController();
const until = ending.signal;
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => ending.abort(signal));
try {
  await install(console.log, until);
  await build();
} catch (error) {
  if (!until.aborted) console.error(error.message);
  process.exit(until.aborted ? 0 : 1);
}
if (until.aborted) process.exit(0);
serve();

async function build() {
  // If nothing has changed, turbo uses its cache and this takes a fraction of a second.
  const { code, output } = await run(tool('turbo'), ['run', 'build', '--output-logs=errors-only'], { until });
  if (code !== 0) throw new Error(`The store could not be built.\n\n${tail(output)}`);
}

function serve() {
  const env = { ...bundleEnvironment, ...process.env };
  const server = spawn(process.execPath, bundleArguments, { cwd: ROOT, stdio: 'inherit', env });
  // Ctrl+C also reaches the server directly; it handles only the first signal.
  until.addEventListener('abort', () => server.kill(until.reason));
  server.on('error', (error) => {
    console.error(`The server could not be started: ${error.message}`);
    process.exit(1);
  });
  // A server that is only just being loaded does not handle the signal: what it was to do is done.
  server.on('exit', (code, signal) => process.exit(code ?? (signal === until.reason ? 0 : 1)));
}
