import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addToCart, cards, cartLink, enterAddress, payWith, register, stranger } from './shopper.ts';
import { expect, test } from './test.ts';

/* At home: the store listens to its network and is opened by the machine's address, without TLS. No secure context, so no `crypto.randomUUID`. */

const root = fileURLToPath(new URL('../../../', import.meta.url));
const home = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

test.skip(!home, 'this machine is in no network');

test('over plain HTTP on a home network, the cart and the login are kept, and an order is paid', async ({
  page,
  complaints,
}) => {
  // Said of every page that is not over TLS.
  complaints.foresee(/Cross-Origin-Opener-Policy header has been ignored/);
  const folder = mkdtempSync(join(tmpdir(), 'lantern-home-'));
  const env = {
    ...process.env,
    HOST: '0.0.0.0',
    PORT: '0',
    DATABASE_URL: `sqlite:${join(folder, 'store.db')}`,
    MEDIA_DIR: join(folder, 'media'),
    SEED: 'demo',
    LOG_LEVEL: 'warn',
  };
  const server = spawn(process.execPath, ['apps/server/dist/main.js'], { cwd: root, env });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  let said = '';
  server.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  try {
    await expect.poll(() => said, { timeout: 60_000 }).toMatch(/Activity log/);
    expect(said).toMatch(/Passwords travel unencrypted/);
    const port = /is open: http:\/\/[^:]+:(\d+)/.exec(said)?.[1];
    const store = `http://${home}:${port}`;
    await page.goto(`${store}/p/kitchen-radio`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await addToCart(page);
    await page.goto(`${store}/cart`);
    await expect(cartLink(page, 1)).toBeVisible();
    await page.goto(`${store}/register`);
    await register(page, stranger());
    await page.goto(`${store}/checkout`);
    await enterAddress(page);
    await payWith(page, cards.good);
    await expect(page.getByRole('heading', { name: /^Thank you/ })).toBeVisible();
  } finally {
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
});
