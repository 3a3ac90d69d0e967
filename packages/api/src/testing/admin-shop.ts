import { afterAll } from 'vitest';
import { openTestShop, type TestShop } from './test-shop.ts';

interface AdminShop {
  t: TestShop;
  /** What an admin may ask of it. */
  api: AdminApi;
}

export type AdminApi = Awaited<ReturnType<TestShop['admin']>>['api'];

/** A shop for all tests of a file, with an admin of it; it is closed when they are done. */
export async function openAdminShop(): Promise<AdminShop> {
  const t = await openTestShop();
  afterAll(() => t[Symbol.asyncDispose]());
  const { api } = await t.admin();
  return { t, api };
}
