import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { Trust } from './proxies.ts';

/** Where the store stands: what its settings say of the world in front of it. */
export interface Place {
  /** The store's address as customers have it; null where nobody has said. */
  publicUrl: URL | null;
  /** Whose X-Forwarded-* is believed; null: nobody's. */
  trust: Trust | null;
}

declare module 'fastify' {
  interface FastifyInstance {
    place: Place;
  }
}

/** What marks a cookie that was set over TLS; browsers take it from nothing else. */
export const SECURE_PREFIX = '__Host-';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/** Names that no certificate authority vouches for: what stands there is reached over plain HTTP. */
const HOME_NAME = /^[^.]+$|\.(localhost|local|lan|home|internal|home\.arpa)$/;

/**
 * The client's address: the connection's, or what trusted proxies say of it. What they hand on may be
 * anything that a client sent; it is an address, or else the nearest one that is counts.
 */
export function clientAddress(request: FastifyRequest): string {
  const told = [...(request.ips ?? [])].reverse().map(bareAddress);
  return told.find((address) => isIP(address) !== 0) ?? request.socket.remoteAddress ?? '';
}

/** Without the port that some proxies add. */
function bareAddress(address: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
}

/**
 * Whether the browser has this page over TLS, so that its cookies may be kept to TLS. Where it is
 * plain HTTP, a `Secure` cookie would be thrown away, and with it the cart and the login.
 */
export function isSecure(request: FastifyRequest): boolean {
  const { publicUrl } = request.server.place;
  const origin = originOf(request);
  // This machine itself, past whatever stands in front.
  if (origin && LOOPBACK.test(origin.hostname)) return origin.protocol === 'https:';
  if (publicUrl) return publicUrl.protocol === 'https:';
  const told = protocolTold(request);
  if (told) return told === 'https';
  if (origin) return origin.protocol === 'https:';
  if (hasSecureCookie(request)) return true;
  return !isHome(request.hostname);
}

/** Whether a change was asked for by a page of the store itself. */
export function isOwnOrigin(request: FastifyRequest, origin: URL): boolean {
  const { publicUrl } = request.server.place;
  const asked = parse(`${origin.protocol}//${request.host}`);
  if (!publicUrl) return origin.host === asked?.host;
  if (origin.origin === publicUrl.origin) return true;
  return LOOPBACK.test(origin.hostname) && origin.host === asked?.host;
}

/** Where the page that asks comes from, as its browser says; null where it says nothing that can be read. */
export function originOf({ headers }: FastifyRequest): URL | null {
  return parse(headers.origin);
}

function parse(url: string | undefined): URL | null {
  return url && URL.canParse(url) ? new URL(url) : null;
}

/** `http` or `https` where a trusted proxy says so. */
function protocolTold(request: FastifyRequest): string | undefined {
  const { trust } = request.server.place;
  const peer = request.socket.remoteAddress ?? '';
  return trust?.(peer, 0) && request.headers['x-forwarded-proto'] ? request.protocol : undefined;
}

function hasSecureCookie({ cookies }: FastifyRequest): boolean {
  return Object.keys(cookies).some((name) => name.startsWith(SECURE_PREFIX));
}

function isHome(hostname: string): boolean {
  return LOOPBACK.test(hostname) || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || HOME_NAME.test(hostname);
}

/** One sentence for whoever starts a store that the network can reach over plain HTTP; null where there is nothing to say. */
export function remarkOn({ host, place }: { host: string; place: Place }): string | null {
  if (LOOPBACK.test(host) || host === '::1') return null;
  if (!place.publicUrl) {
    return 'Passwords travel unencrypted to it: fine at home; on the internet put TLS in front and set PUBLIC_URL.';
  }
  if (place.publicUrl.protocol === 'http:') return null;
  return `Carts and logins work at ${place.publicUrl.origin} only: their cookies are kept to TLS.`;
}
