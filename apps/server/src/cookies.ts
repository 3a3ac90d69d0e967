import type { Cookies } from '@lantern/api/shared/cookies';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSecure, knownSecure, SECURE_PREFIX } from './deployment.ts';

/**
 * The cookies of a request: HttpOnly, SameSite=Lax and, if the store is reached over TLS, Secure. Secure cookies
 * have the `__Host-` prefix, so that neither plain HTTP nor a sibling domain can plant one: where TLS is certain, a cookie
 * without it is not read.
 */
export function cookiesOf(request: FastifyRequest, reply: FastifyReply): Cookies {
  const secure = isSecure(request);
  const plainCounts = knownSecure(request) !== true;
  const updated = new Map<string, string | null>();
  const write = (name: string, value: string | null, secure: boolean, maxAgeMs?: number) => {
    const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
    if (value === null) reply.clearCookie(name, attributes);
    else reply.setCookie(name, value, { ...attributes, ...(maxAgeMs && { maxAge: maxAgeMs / 1000 }) });
  };
  return {
    get(name) {
      const value = updated.has(name)
        ? updated.get(name)
        : (request.cookies[SECURE_PREFIX + name] ?? (plainCounts ? request.cookies[name] : undefined));
      return value || undefined;
    },
    set(name, value, maxAgeMs) {
      updated.set(name, value);
      const [wanted, other] = secure ? [SECURE_PREFIX + name, name] : [name, SECURE_PREFIX + name];
      write(wanted, value, secure, maxAgeMs);
      // With and without the prefix, the cookie could have two different values.
      if (request.cookies[other] !== undefined) write(other, null, other !== name);
    },
  };
}
