import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { aptInstall, canInstall } from './apt.mjs';
import { tail } from './command.mjs';
import { findProgram } from './find-program.mjs';
import { freePort } from './free-port.mjs';
import { launch } from './launch.mjs';

const CONFIGURATION = fileURLToPath(new URL('../../deploy/haproxy/haproxy.cfg', import.meta.url));
const START_TIMEOUT_MS = 30_000;

/**
 * A proxy in front of several stores.
 * @typedef {object} Haproxy
 * @property {string} url where customers connect
 * @property {() => number} pid that of the process
 * @property {() => Promise<void>} kill ends it without a shutdown, as a crash does; resolves when it is gone
 * @property {() => Promise<void>} restart starts it again at the same address; resolves when a store answers through it
 */

/**
 * Starts HAProxy as it is deployed, before three stores.
 * @param {string[]} stores their URLs
 * @param {{ port?: number, detached?: boolean }} [options] any free port by default; `detached`: it is spared the signals of a terminal.
 * @returns {Promise<Haproxy>}
 * @throws if HAProxy is missing and cannot be installed, or no store answers through it.
 */
export async function startHaproxy(stores, { port = 0, detached = false } = {}) {
  const program = await haproxyProgram();
  const address = `127.0.0.1:${port || (await freePort())}`;
  const env = { ...process.env, SHOP_BIND: address, SHOP_SCHEME: 'http' };
  for (const [n, url] of stores.entries()) env[`STORE_${n + 1}`] = new URL(url).host;
  const start = () => launch(program, ['-db', '-f', CONFIGURATION], { detached, env });
  const url = `http://${address}`;
  let current = start();
  process.once('exit', () => current.child.kill('SIGKILL'));
  const kill = async () => {
    current.child.kill('SIGKILL');
    await current.ended;
  };
  const opened = async () => {
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (!(await answers(url))) {
      if (current.hasEnded() || Date.now() > deadline)
        throw new Error(`HAProxy did not start.\n\n${tail(current.log())}`);
      await sleep(50);
    }
  };
  await opened();
  return {
    url,
    pid: () => current.child.pid ?? 0,
    kill,
    async restart() {
      if (current.hasEnded()) current = start();
      await opened();
    },
  };
}

/** The program of HAProxy, which it installs if there is none and it can. @throws if there is none then. */
export async function haproxyProgram() {
  if (!findProgram('haproxy') && canInstall()) await aptInstall('haproxy');
  const found = findProgram('haproxy');
  if (!found) throw new Error('A cluster needs HAProxy: install haproxy.');
  return found;
}

function answers(url) {
  return fetch(`${url}/healthz`, { headers: { connection: 'close' } }).then(
    ({ ok }) => ok,
    () => false,
  );
}
