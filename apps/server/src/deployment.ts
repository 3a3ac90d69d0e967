import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { all } from '@fastify/proxy-addr';
import type { FastifyRequest } from 'fastify';
import type { Trust } from './proxies.ts';

/** How the store is deployed: its public URL and the proxies in front of it. */
export interface Deployment {
  /** The URL that customers open; null if it is not configured. */
  publicUrl: URL | null;
  /** Which proxies' X-Forwarded-* headers are trusted; null for none. */
  trust: Trust | null;
}

declare module 'fastify' {
  interface FastifyInstance {
    deployment: Deployment;
  }
}

/** The prefix of cookies set over TLS; browsers accept them from nowhere else. */
export const SECURE_PREFIX = '__Host-';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/** Host names for which no certificate authority issues certificates, so that they are reached over plain HTTP. */
const LOCAL_NAME = /^[^.]+$|\.(localhost|local|lan|home|internal|home\.arpa)$/;

/**
 * The client's IP address: the connection's, or the one that trusted proxies report. Proxies may pass on anything that
 * a client sent, so entries that are not IP addresses are skipped in favour of the next closer one.
 */
export function clientAddress(request: IncomingMessage, { trust }: Pick<Deployment, 'trust'>): string {
  const reported = trust ? all(request, trust).reverse().map(bareAddress) : [];
  return reported.find((address) => isIP(address) !== 0) ?? request.socket.remoteAddress ?? '';
}

/** Without the port that some proxies add. */
function bareAddress(address: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
}

/**
 * Whether the browser reached the store over TLS, so that cookies can be `Secure`. Over plain HTTP the browser would
 * discard such a cookie, and with it the cart and the login.
 */
export function isSecure(request: FastifyRequest): boolean {
  return knownSecure(request) ?? !isLocal(request.hostname);
}

/** … or null if nothing says so, and the host's name has to be asked. */
export function knownSecure(request: FastifyRequest): boolean | null {
  const { publicUrl } = request.server.deployment;
  const origin = originOf(request);
  // A browser on this machine bypasses proxies.
  if (origin && LOOPBACK.test(origin.hostname)) return origin.protocol === 'https:';
  if (publicUrl) return publicUrl.protocol === 'https:';
  const forwarded = forwardedProtocol(request);
  if (forwarded) return forwarded === 'https';
  if (origin) return origin.protocol === 'https:';
  return hasSecureCookie(request) ? true : null;
}

/** Whether a request comes from a page of the store itself. */
export function isOwnOrigin(request: FastifyRequest, origin: URL): boolean {
  const { publicUrl } = request.server.deployment;
  const target = parse(`${origin.protocol}//${request.host}`);
  if (!publicUrl) return origin.host === target?.host;
  if (origin.origin === publicUrl.origin) return true;
  return LOOPBACK.test(origin.hostname) && origin.host === target?.host;
}

/** The origin of the requesting page; null if the browser does not send it or it is not a URL. */
export function originOf({ headers }: FastifyRequest): URL | null {
  return parse(headers.origin);
}

function parse(url: string | undefined): URL | null {
  return url && URL.canParse(url) ? new URL(url) : null;
}

/** `http` or `https` as reported by a trusted proxy. */
function forwardedProtocol(request: FastifyRequest): string | undefined {
  const { trust } = request.server.deployment;
  const peer = request.socket.remoteAddress ?? '';
  return trust?.(peer, 0) && request.headers['x-forwarded-proto'] ? request.protocol : undefined;
}

function hasSecureCookie({ cookies }: FastifyRequest): boolean {
  return Object.keys(cookies).some((name) => name.startsWith(SECURE_PREFIX));
}

function isLocal(hostname: string): boolean {
  return LOOPBACK.test(hostname) || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || LOCAL_NAME.test(hostname);
}

/** One sentence for the operator about access from the network; null if there is nothing to point out. */
export function startupNotice({ host, deployment }: { host: string; deployment: Deployment }): string | null {
  if (LOOPBACK.test(host) || host === '::1') return null;
  if (!deployment.publicUrl) {
    return 'Passwords travel unencrypted: fine on a home network; on the internet, put TLS in front and set PUBLIC_URL.';
  }
  if (deployment.publicUrl.protocol === 'http:') return null;
  return `Carts and logins work at ${deployment.publicUrl.origin} only, since their cookies require TLS.`;
}
