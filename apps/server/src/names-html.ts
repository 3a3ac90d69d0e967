import type { IncomingHttpHeaders } from 'node:http';

/** Whether it is a person who asks: browsers name HTML when they open a page, and programs ask for anything or for JSON. */
export function namesHtml({ accept = '' }: IncomingHttpHeaders): boolean {
  return /text\/html/i.test(accept);
}
