import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { aptInstall, canInstall } from './apt.mjs';
import { tail } from './command.mjs';
import { findProgram } from './find-program.mjs';
import { launch } from './launch.mjs';

const START_TIMEOUT_MS = 30_000;
/** Below the ports that systems give to outgoing connections. */
const PORTS = [20_000, 32_000];
const MAX_TRIES = 20;

/**
 * A Redis server of its own, which keeps nothing on a disk.
 * @typedef {object} RedisServer
 * @property {string} url it listens on this machine only
 * @property {() => void} freeze stops it without closing a connection; `thaw` lets it go on
 * @property {() => void} thaw
 * @property {() => Promise<void>} kill ends it without a shutdown, as a crash does; resolves when it is gone
 * @property {() => Promise<void>} restart starts it again, empty, on the same port; resolves when it answers
 * @property {() => Promise<void>} stop ends it
 */

/**
 * Starts a separate Redis server, or one of Valkey.
 * @param {{ settings?: string[] }} [options] `settings` of the server, as on its command line.
 * @returns {Promise<RedisServer>}
 * @throws if there is none and it cannot be installed, or does not start.
 */
export async function startRedis({ settings = [] } = {}) {
  const program = await redisProgram();
  let port = 0;
  let current;
  // Somebody else may take a port between any two moments: the server itself says so.
  for (let tries = 1; ; tries++) {
    port = randomInt(...PORTS);
    current = start(program, port, settings);
    if (await answers(port, current)) break;
    current.child.kill('SIGKILL');
    if (tries >= MAX_TRIES) throw new Error(`Redis did not start.\n\n${tail(current.log())}`);
  }
  // Otherwise a crashed test run would leave the server running.
  const atExit = () => current.child.kill('SIGKILL');
  process.once('exit', atExit);
  const kill = async () => {
    current.child.kill('SIGKILL');
    await current.ended;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    freeze: () => void current.child.kill('SIGSTOP'),
    thaw: () => void current.child.kill('SIGCONT'),
    kill,
    async restart() {
      await kill();
      current = start(program, port, settings);
      if (!(await answers(port, current))) throw new Error(`Redis did not start again.\n\n${tail(current.log())}`);
    },
    async stop() {
      process.off('exit', atExit);
      await kill();
    },
  };
}

function start(program, port, settings) {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no'];
  return launch(program, [...args, ...settings]);
}

/** Polls until the server itself says that it is ready, and takes connections; false if it ended or took too long. */
async function answers(port, { log, hasEnded }) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!hasEnded() && Date.now() < deadline) {
    if (/Ready to accept connections/.test(log()) && (await accepts(port))) return true;
    await sleep(20);
  }
  return false;
}

async function accepts(port) {
  const socket = connect(port, '127.0.0.1');
  const connected = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return connected;
}

/**
 * The program of a Redis server, which it installs if there is none and it can.
 * @throws if there is none then.
 */
export async function redisProgram() {
  if (!installed() && canInstall()) await aptInstall('redis-server');
  const found = installed();
  if (!found) throw new Error('The tests need Redis: install redis-server or valkey-server.');
  return found;
}

const installed = () => findProgram('redis-server') ?? findProgram('valkey-server');
