import { driverCode } from '@lantern/db/dialect/dialect';
import { type Logger, pino } from 'pino';

/**
 * JSON lines for machines, short lines for people at a terminal. What a person typed stays out of
 * both: no bodies, no headers, no query strings, and of a failed statement not its values.
 */
export function createLogger(level: string, destination?: NodeJS.WritableStream): Logger {
  const options = { level, serializers: { err: errorFacts, req: requestFacts } };
  if (destination) return pino(options, destination);
  if (!process.stdout.isTTY) return pino(options);
  return pino({
    ...options,
    transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } },
  });
}

function requestFacts({ method, url, ip }: { method: string; url: string; ip: string }): object {
  return { method, path: url.split('?', 1)[0], ip };
}

function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = '' } = error;
  const isOfDatabase = 'sql' in error || 'parent' in error;
  return {
    type: name,
    // Databases quote the values that they complain of.
    message: isOfDatabase ? message.replaceAll(/'[^']*'/g, "'…'") : message,
    code: driverCode(error) || undefined,
    // Its first lines are the message again.
    stack: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
  };
}
