import { afterAll } from 'vitest';
import { startTestServices, type TestServices } from './test-services.ts';

interface AdminServices {
  t: TestServices;
  /** What an admin may ask of it. */
  api: AdminApi;
}

export type AdminApi = Awaited<ReturnType<TestServices['admin']>>['api'];

/** A shop for all tests of a file, with an admin of it; it is closed when they are done. */
export async function startAdminServices(): Promise<AdminServices> {
  const t = await startTestServices();
  afterAll(() => t[Symbol.asyncDispose]());
  const { api } = await t.admin();
  return { t, api };
}
