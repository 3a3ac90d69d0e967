import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

test('without any setting it is the demo shop on this machine', () => {
  expect(readConfig({ PATH: '/usr/bin', ADMIN_PASSWORD: '' })).toEqual({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: 'sqlite:.data/lantern.db',
    mediaDir: '.data/media',
    admin: { email: 'admin@example.com', password: undefined },
    seed: 'demo',
    rateLimits: true,
    pagesUrl: null,
    logLevel: 'info',
  });
});

test('a database of its own is filled only when asked', () => {
  const DATABASE_URL = 'mysql://shop:secret@db/shop';
  expect(readConfig({ DATABASE_URL }).seed).toBe('none');
  expect(readConfig({ DATABASE_URL, SEED: 'demo' }).seed).toBe('demo');
  expect(readConfig({ DATABASE_URL, SEED: '100000' }).seed).toBe(100_000);
});

test('an email is kept as people log in with it', () => {
  expect(readConfig({ ADMIN_EMAIL: ' Mira@Shop.Example ' }).admin.email).toBe('mira@shop.example');
});

test.each([
  { PORT: 'abc' },
  { PORT: '-1' },
  { PORT: '65536' },
  { PORT: '3.5' },
  { SEED: 'many' },
  { SEED: '0' },
  { SEED: '-5' },
  { SEED: '12345678' },
  { ADMIN_EMAIL: 'nobody' },
  { ADMIN_PASSWORD: 'secret' },
  { RATE_LIMITS: 'maybe' },
  { LOG_LEVEL: 'loud' },
])('%j is told in one sentence that names the variable, and no password', (env) => {
  const [name = ''] = Object.keys(env);
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(new RegExp(`^${name} cannot be used: it must .+\\.$`));
  expect(() => readConfig(env)).not.toThrow(/secret/);
});
