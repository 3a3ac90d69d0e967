import { afterAll } from 'vitest';
import { startTestServices, type TestServices } from './test-services.ts';

interface AdminServices {
  t: TestServices;
  /** The API as an admin. */
  api: AdminApi;
}

export type AdminApi = Awaited<ReturnType<TestServices['admin']>>['api'];

/** Services and an admin for all tests of a file, closed afterwards. */
export async function startAdminServices(): Promise<AdminServices> {
  const t = await startTestServices();
  afterAll(() => t[Symbol.asyncDispose]());
  const { api } = await t.admin();
  return { t, api };
}
