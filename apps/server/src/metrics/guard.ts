import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const LOOPBACK_ADDRESS = /^(?:127\.|::1$|::ffff:127\.)/;
const LOOPBACK_HOST = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i;
/** What proxies and networks in front of a store add: whoever sends one of them is somewhere else. */
const FORWARDED = /^x-forwarded|^forwarded$|^via$|(?:^|-)(?:real|client|connecting)-ip$/;

/** What of a request says where it comes from. */
interface Asking extends Pick<IncomingMessage, 'headers' | 'httpVersion'> {
  socket: Pick<IncomingMessage['socket'], 'remoteAddress'>;
}

/**
 * Whether a request may read the figures of the process: with the token if there is one, otherwise only one that a program on
 * this machine has sent to it directly. A page that a browser here has open comes with the name of its own host.
 */
export function mayReadMetrics({ headers, socket, httpVersion }: Asking, token: string | null): boolean {
  if (token !== null) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  if (!LOOPBACK_ADDRESS.test(socket.remoteAddress ?? '')) return false;
  // A proxy that names neither itself nor its client may still speak the older version.
  if (httpVersion !== '1.1' || !LOOPBACK_HOST.test(headers.host ?? '')) return false;
  return !Object.keys(headers).some((name) => FORWARDED.test(name));
}

/** Takes as long for whatever is given. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
