import type { Cookies } from '@lantern/api/shared/cookies';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSecure, SECURE_PREFIX } from './place.ts';

/**
 * A request's cookies: out of reach for scripts, not sent along by other sites, and kept to TLS where the
 * store is reached over TLS. There their names say so, so that no plain page and no other name of the
 * same domain can plant one; what an older version has set without is read, and replaced when it is set anew.
 */
export function cookiesOf(request: FastifyRequest, reply: FastifyReply): Cookies {
  const secure = isSecure(request);
  const fresh = new Map<string, string | null>();
  const write = (name: string, value: string | null, secure: boolean, maxAgeMs?: number) => {
    const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
    if (value === null) reply.clearCookie(name, attributes);
    else reply.setCookie(name, value, { ...attributes, ...(maxAgeMs && { maxAge: maxAgeMs / 1000 }) });
  };
  return {
    get(name) {
      const value = fresh.has(name)
        ? fresh.get(name)
        : (request.cookies[SECURE_PREFIX + name] ?? request.cookies[name]);
      return value || undefined;
    },
    set(name, value, maxAgeMs) {
      fresh.set(name, value);
      const [wanted, other] = secure ? [SECURE_PREFIX + name, name] : [name, SECURE_PREFIX + name];
      write(wanted, value, secure, maxAgeMs);
      // Two of one kind would contradict each other.
      if (request.cookies[other] !== undefined) write(other, null, other !== name);
    },
  };
}
