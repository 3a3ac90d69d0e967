import type { FastifyReply } from 'fastify';

/** What browsers heed in documents only: more than half of what is sent besides a small file. */
const HEADERS_OF_DOCUMENTS = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

/** Takes them from the answer with a file, unless that is a document: a page, or an SVG, which may be opened as one. */
export function leaveOutDocumentHeaders(reply: FastifyReply, path: string): void {
  if (/\.(?:html|svg)(?:\?|$)/.test(path)) return;
  for (const header of HEADERS_OF_DOCUMENTS) reply.removeHeader(header);
}
