import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unpackNextBuild } from '../../apps/server/cluster/next-build.ts';
import { bundle, spawnStore } from '../../apps/server/src/testing/server-process.ts';

test('a server that runs goes on rendering every page while the next build takes its renderer away', async () => {
  using build = unpackNextBuild();
  const store = spawnStore([process.execPath, ...bundle().slice(0, -1), build.bundle], { SEED: 'demo' });
  try {
    const url = await store.opened();
    rmSync(join(build.bundle, '../../../web/dist/server'), { recursive: true });
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
