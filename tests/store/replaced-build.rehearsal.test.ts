import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unpackNextBuild } from '../../apps/server/cluster/next-build.ts';
import { bundle, spawnStore } from '../../apps/server/src/testing/server-process.ts';

test('a server that runs goes on rendering pages and sending their files while the next build takes both away', async () => {
  using build = unpackNextBuild();
  const store = spawnStore([process.execPath, ...bundle().slice(0, -1), build.bundle], { SEED: 'demo' });
  try {
    const url = await store.opened();
    const dist = join(build.bundle, '../../../web/dist');
    const files = readdirSync(join(dist, 'client'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^(?:assets\/[^/]+\.(?:js|css|woff2|svg)|sw\.js|share\.png|manifest\.webmanifest)$/.test(path),
    );
    rmSync(dist, { recursive: true });
    expect(files.length).toBeGreaterThan(100);
    for (const path of files) {
      const response = await fetch(`${url}/${path}`);
      expect([path, response.status]).toEqual([path, 200]);
      await response.body?.cancel();
    }
    for (const [path, heading] of [
      ['/', 'Things that earn their place.'],
      ['/p/field-watch', 'Field watch'],
      ['/search?q=lamp', 'Results for'],
      ['/c/kitchen?from=9000', 'No products match'],
      ['/pages/returns', 'Returns'],
      ['/login', 'Log in'],
      ['/register', 'Create an account'],
      ['/de/forgot-password', 'Passwort'],
    ]) {
      const response = await fetch(url + path, { headers: { accept: 'text/html' } });
      expect([path, response.status]).toEqual([path, 200]);
      const [, main] = /<main(.*)<\/main>/s.exec(await response.text()) ?? [];
      expect(main, path).toContain(heading);
    }
    expect(store.output()).not.toContain('ERR_MODULE_NOT_FOUND');
  } finally {
    await store.end('SIGKILL');
  }
});
