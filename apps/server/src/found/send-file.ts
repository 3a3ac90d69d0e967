import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isKnown } from '../answers/headers.ts';
import type { KeptFile } from './kept-files.ts';

/** For how long others may keep it, in seconds. */
const MAX_AGE_S = 600;

/** Sends a file as it is, or unpacked to the few who do not read gzip. */
export function sendKept(request: FastifyRequest, reply: FastifyReply, file: KeptFile): FastifyReply {
  const { etag, modifiedAt, path, bytes } = file;
  reply.headers({
    'content-type': 'application/xml; charset=utf-8',
    'cache-control': `public, max-age=${MAX_AGE_S}`,
    'last-modified': modifiedAt.toUTCString(),
    etag,
    vary: 'accept-encoding',
  });
  if (isUnchanged(request, file)) return reply.status(304).send();
  const gzipped = acceptsGzip(request.headers['accept-encoding']);
  if (gzipped) reply.headers({ 'content-encoding': 'gzip', 'content-length': bytes });
  // Without a body, so that nothing is read and unpacked for it.
  if (request.method === 'HEAD') return reply.send();
  const stream = createReadStream(path);
  return reply.send(gzipped ? stream : pipeline(stream, createGunzip(), () => undefined));
}

function isUnchanged({ headers }: FastifyRequest, { etag, modifiedAt }: KeptFile): boolean {
  const condition = headers['if-none-match'];
  if (condition !== undefined) return isKnown(etag, condition);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  // The header has whole seconds.
  return Math.floor(modifiedAt.getTime() / 1000) * 1000 <= since;
}

function acceptsGzip(accepted: string | string[] | undefined): boolean {
  return String(accepted ?? '')
    .split(',')
    .some((part) => /^\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(part));
}
