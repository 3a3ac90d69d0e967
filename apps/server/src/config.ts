import { z } from 'zod';

const seed = z
  .union([
    z.enum(['demo', 'none']),
    z
      .string()
      .regex(/^[1-9]\d{0,6}$/)
      .transform(Number),
  ])
  .optional();

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.string().min(1).default('sqlite:.data/lantern.db'),
  MEDIA_DIR: z.string().min(1).default('.data/media'),
  ADMIN_EMAIL: z.email().default('admin@example.com'),
  ADMIN_PASSWORD: z.string().min(8).max(128).optional(),
  SEED: seed,
  RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** Where the server's settings were wrong: one sentence that names the variable. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

export interface Config {
  port: number;
  host: string;
  databaseUrl: string;
  mediaDir: string;
  admin: { email: string; password: string | undefined };
  /** What an empty database is filled with. */
  seed: 'demo' | 'none' | number;
  rateLimits: boolean;
  logLevel: string;
}

/** Reads the environment once, at start. An empty variable counts as unset. @throws {ConfigError} */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    throw new ConfigError(`${name}=${given[name] ?? ''} cannot be used: ${issue?.message ?? 'it is invalid'}.`);
  }
  const values = parsed.data;
  const embedded = values.DATABASE_URL.startsWith('sqlite:');
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    mediaDir: values.MEDIA_DIR,
    admin: { email: values.ADMIN_EMAIL.toLowerCase(), password: values.ADMIN_PASSWORD },
    seed: values.SEED ?? (embedded ? 'demo' : 'none'),
    rateLimits: values.RATE_LIMITS === 'on',
    logLevel: values.LOG_LEVEL,
  };
}
