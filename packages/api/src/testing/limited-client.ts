import { createHmac } from 'node:crypto';
import { DeviceCookies } from '../auth/device-cookies.ts';
import { LoginLimits } from '../auth/login-limits.ts';
import type { Cookies } from '../shared/cookies.ts';
import type { LimiterOf } from '../shared/limiter.ts';

/** A signer with a key of its own, instead of the database's. */
const signer = {
  sign: async (parts: string[]) => createHmac('sha256', 'a key').update(JSON.stringify(parts)).digest('base64url'),
  async hasSigned(parts: string[], signature: string) {
    return (await this.sign(parts)) === signature;
  },
};

/** Limits as of a server that has just started; all of them sign device cookies alike. */
export function startedLimits(limiterOf: LimiterOf, enabled = true): LoginLimits {
  return new LoginLimits(enabled, new DeviceCookies(signer), undefined, limiterOf);
}

/** A browser at this address; `jar` holds its cookies. */
export function clientAt(ip: string, jar = new Map<string, string>()) {
  const cookies: Cookies = {
    get: (name) => jar.get(name),
    set(name, value) {
      if (value === null) jar.delete(name);
      else jar.set(name, value);
    },
  };
  return { ip, cookies, jar };
}
