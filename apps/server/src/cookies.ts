import type { Cookies } from '@lantern/api/context';
import type { FastifyReply, FastifyRequest } from 'fastify';

const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/** A request's cookies: out of reach for scripts, not sent along by other sites, and only over TLS unless at home. */
export function cookiesOf(request: FastifyRequest, reply: FastifyReply): Cookies {
  const secure = !LOCAL.test(request.host);
  const fresh = new Map<string, string | null>();
  return {
    get(name) {
      const value = fresh.has(name) ? fresh.get(name) : request.cookies[name];
      return value || undefined;
    },
    set(name, value, maxAgeMs) {
      fresh.set(name, value);
      const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
      if (value === null) reply.clearCookie(name, attributes);
      else reply.setCookie(name, value, { ...attributes, ...(maxAgeMs && { maxAge: maxAgeMs / 1000 }) });
    },
  };
}
