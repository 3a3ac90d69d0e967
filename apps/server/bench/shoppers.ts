import { Pool } from 'undici';

/** Registers customers; returns the cookie of each one's session. @throws {Error} if the store refuses. */
export async function registerShoppers(origin: string, count: number): Promise<string[]> {
  const pool = new Pool(origin);
  const register = async (n: number) => {
    const { statusCode, headers, body } = await pool.request({
      path: '/trpc/auth.register',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: `shopper-${n}@example.com`, password: 'correct horse battery', name: 'Ada' }),
    });
    await body.dump();
    const cookie = [headers['set-cookie'] ?? []].flat().find((line) => line.startsWith('session='));
    if (statusCode !== 200 || !cookie) throw new Error(`The store registers nobody: ${statusCode}.`);
    return cookie.slice(0, cookie.indexOf(';'));
  };
  const cookies = await Promise.all(Array.from({ length: count }, (_, n) => register(n)));
  await pool.close();
  return cookies;
}
