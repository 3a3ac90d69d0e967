import { spawn } from 'node:child_process';
import { basename, join } from 'node:path';
import { ROOT } from './root.mjs';

/** The path of a tool in node_modules. */
export const tool = (name) => join(ROOT, 'node_modules', '.bin', name);

/** Turbo reports nothing to anybody, and advertises no newer version. */
export const quietTurbo = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };

/**
 * Runs a command in the root folder and returns its exit code and output. Never throws: if a command cannot be started,
 * the exit code is 127 and the output is the reason. Once `until` is aborted, it is ended with all that it has started.
 */
export function run(command, args, { env = {}, cwd = ROOT, until } = {}) {
  return new Promise((resolve) => {
    if (until?.aborted) return resolve({ code: 1, output: '' });
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...quietTurbo, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Tools are wrappers that do not forward signals: a group of its own can be ended as a whole.
      detached: until !== undefined,
    });
    const end = () => child.pid && process.kill(-child.pid, 'SIGTERM');
    until?.addEventListener('abort', end);
    child.on('exit', () => until?.removeEventListener('abort', end));
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => {
      // A process ended by a signal does not report it itself.
      if (signal) output += `\n${basename(command)} was ended by ${signal}.\n`;
      resolve({ code: code ?? 1, output });
    });
  });
}

/** The last lines of an output, where tools print what went wrong. */
export const tail = (output, lines = 30) => output.trimEnd().split('\n').slice(-lines).join('\n');
