import { driverCode } from '@lantern/db/dialect/dialect';
import { type Logger, pino } from 'pino';
import { currentScope } from './tracing/scope.ts';

/**
 * Creates a logger that writes JSON lines, or short lines on a terminal. Personal data stays out of the log: it has no
 * bodies, headers or query strings, and no values of failed SQL statements.
 */
export function createLogger(level: string, destination?: NodeJS.WritableStream): Logger {
  const serializers = { err: serializeError, req: serializeRequest, ...ofPlugins };
  const options = { level, serializers, mixin: traceOfLine };
  if (destination) return pino(options, destination);
  if (!process.stdout.isTTY) return pino(options);
  return pino({
    ...options,
    transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } },
  });
}

/** Of what a request has caused: the trace that it belongs to. */
function traceOfLine(): { traceId?: string } {
  const scope = currentScope();
  return scope ? { traceId: scope.traceId } : {};
}

/** What plugins trace of a request by themselves: that of uploads has all its headers, and so its cookies. */
const ofPlugins = { busboyOptions: () => undefined };

function serializeRequest({ method, url, ip }: { method: string; url: string; ip: string }): object {
  return { method, path: url.split('?', 1)[0], ip };
}

function serializeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = '' } = error;
  const isDatabaseError = 'sql' in error || 'parent' in error;
  return {
    type: name,
    // Databases quote values in their messages.
    message: isDatabaseError ? message.replaceAll(/'[^']*'/g, "'…'") : message,
    code: driverCode(error) || undefined,
    // Without the first lines, which repeat the message.
    stack: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
  };
}
