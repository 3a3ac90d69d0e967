import { networkInterfaces } from 'node:os';
import { bundle, spawnStore } from '../../server/src/testing/server-process.ts';
import { addToCart, cards, cartLink, enterAddress, newCustomer, payWith, register } from './shopper.ts';
import { expect, test } from './test.ts';

/*
 * On a home network the store is opened by the machine's IP address, without TLS: not a secure context, so there is no
 * `crypto.randomUUID`.
 */

const home = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

test.skip(!home, 'this machine is in no network');

test('over plain HTTP on a home network, cart, login and payment work', async ({ page, browserErrors }) => {
  // Chromium logs this for every page that is not served over TLS.
  browserErrors.allow(/Cross-Origin-Opener-Policy header has been ignored/);
  const server = spawnStore([process.execPath, ...bundle()], { HOST: '0.0.0.0', SEED: 'demo', RATE_LIMITS: 'on' });
  try {
    const { port } = new URL(await server.opened());
    expect(server.output()).toMatch(/Passwords travel unencrypted/);
    const store = `http://${home}:${port}`;
    await page.goto(`${store}/p/kitchen-radio`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await addToCart(page);
    await page.goto(`${store}/cart`);
    await expect(cartLink(page, 1)).toBeVisible();
    await page.goto(`${store}/register`);
    await register(page, newCustomer());
    await page.goto(`${store}/checkout`);
    await enterAddress(page);
    await payWith(page, cards.good);
    await expect(page.getByRole('heading', { name: /^Thank you/ })).toBeVisible();
  } finally {
    await server.end('SIGTERM');
  }
});
