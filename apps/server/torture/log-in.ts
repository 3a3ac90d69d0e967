import { adminLogin } from '../src/testing/server-process.ts';

/** Logs the admin in; returns the cookies of their session. */
export async function logIn(origin: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(`${origin}/trpc/auth.login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(adminLogin),
    signal,
  });
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
