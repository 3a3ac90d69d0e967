import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.mjs';

const require = createRequire(import.meta.url);
const START_TIMEOUT_MS = 60_000;
const BUCKET = 'images';

/**
 * An S3-compatible server of its own, with a bucket that is empty.
 * @typedef {object} S3Server
 * @property {string} url for MEDIA_URL, with key and secret; parameters can be added to its end
 * @property {string} endpoint
 * @property {(signal: NodeJS.Signals) => void} signal sends a signal: SIGSTOP freezes it, SIGCONT lets it go on
 * @property {() => Promise<void>} kill ends it as a crash does; resolves when it is gone
 * @property {() => Promise<void>} restart starts it again with the same objects, at the same address
 * @property {() => Promise<void>} stop ends it and removes its objects
 */

/**
 * Starts a separate S3 server in a temporary folder.
 * @param {{ detached?: boolean }} [options] `detached`: it is spared the signals of a terminal.
 * @returns {Promise<S3Server>}
 * @throws if it does not start.
 */
export async function startS3({ detached = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-s3-'));
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const program = join(dirname(require.resolve('s3rver/package.json')), 'bin/s3rver.js');
  // Lists that do not fit into one answer need a digest that OpenSSL no longer has by default.
  const args = ['--openssl-legacy-provider', '--no-deprecation', program];
  args.push('-d', folder, '-a', '127.0.0.1', '-p', String(port), '--silent', '--configure-bucket', BUCKET);
  let child;
  let ended;
  const launch = async () => {
    child = spawn(process.execPath, args, { detached, stdio: 'ignore' });
    ended = new Promise((resolve) => {
      child.on('error', resolve);
      child.on('exit', resolve);
    });
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (!(await answers(endpoint))) {
      if (Date.now() > deadline || child.exitCode !== null) throw new Error('The S3 server did not start.');
      await sleep(50);
    }
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  // Otherwise a crashed test run would leave the server running.
  const atExit = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', atExit);
  const stop = async () => {
    process.off('exit', atExit);
    await kill();
    rmSync(folder, { recursive: true, force: true });
  };
  await launch().catch(async (error) => {
    await stop();
    throw error;
  });
  return {
    url: `s3://S3RVER:S3RVER@${BUCKET}?endpoint=${endpoint}`,
    endpoint,
    signal: (signal) => void child.kill(signal),
    kill,
    restart: launch,
    stop,
  };
}

function answers(endpoint) {
  return fetch(endpoint, { headers: { connection: 'close' } }).then(
    () => true,
    () => false,
  );
}
