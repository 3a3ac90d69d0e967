import { wrongWithCookie } from '../src/testing/set-cookies.ts';
import type { FuzzRequest } from './request.ts';
import type { FuzzAnswer } from './send.ts';

/** Not only the store may be the reason for it. */
export const SLOW = 'took too long';
/** Unless the asker has become an admin meanwhile: an admin among the requests may have made them one. */
export const REVEALED = 'reveals what is private';

/** Signs of what the store consists of; none of them is in what is sent. */
export const INTERNALS =
  /node_modules|\.[cm]?[jt]s:\d+|\n? {2,}at \S+ \(|SQLITE_|SequelizeD|SQLState|ER_[A-Z]{3,}_|You have an error in your SQL|\$argon2|passwordHash|tokenHash|lantern-(?:test|media)-/;

/** What an answer must be, beside not being a failure. */
export interface Expected {
  /** What those who are not its owner must not read. */
  secrets: readonly string[];
  maxMs: number;
}

/** Says what is wrong with an answer; null if nothing is. */
export function wrongWith(request: FuzzRequest, answer: FuzzAnswer, { secrets, maxMs }: Expected): string | null {
  const { status, headers, text, ms } = answer;
  if (status === 0) return isTooLarge(request) ? null : `no answer (${text})`;
  // Node's own answers, before the store sees the request.
  if (status === 417 || status === 431) return null;
  if (status >= 500) return `status ${status}`;
  if (ms > maxMs) return SLOW;
  const sign = INTERNALS.exec(text)?.[0];
  if (sign) return `the answer contains ${JSON.stringify(sign)}`;
  if (headers['access-control-allow-origin'] !== undefined) return 'other origins may read it';
  for (const line of [headers['set-cookie'] ?? []].flat()) {
    const wrong = wrongWithCookie(line, request.path);
    if (wrong) return wrong;
  }
  if (isPersonal(request.path) && !/no-store|no-transform/.test(String(headers['cache-control'])))
    return 'may be kept in a cache';
  const isStranger = request.as === 'guest' || request.as === 'customer';
  const sent =
    decodeURIComponent(request.path.replace(/%(?![\da-f]{2})/gi, '%25').replace(/%[89a-f]./gi, '')) +
    (request.body ?? '');
  if (isStranger && secrets.some((secret) => text.includes(secret) && !sent.includes(secret))) return REVEALED;
  return null;
}

/** What the server refuses while it is still being sent, so that the refusal may not be heard. */
function isTooLarge({ path, body = '' }: FuzzRequest): boolean {
  return path.length > 14_000 || Buffer.byteLength(body) > 256 * 1024;
}

/** Calls of the API, except those of the catalogue alone. */
function isPersonal(path: string): boolean {
  const [, called = ''] = /^(?:\/(?:en|de))?\/trpc\/([^?]+)/.exec(path) ?? [];
  return called !== '' && !called.split(',').some((name) => name.startsWith('catalog.'));
}
