import type { Head } from '../head/head.ts';

let newest: Head | undefined;

/**
 * Makes the document's head that of the page which is shown now: the title at once, as it is read out; the rest, which
 * matters to whoever shares the address, when its code is there. The first page usually came with all of it.
 */
export async function applyHead(head: Head): Promise<void> {
  const isAsServed = newest === undefined && document.title === head.title;
  newest = head;
  if (isAsServed) return;
  document.title = head.title;
  // Without a connection it stays as it is.
  const code = await import('./head-elements.ts').catch(() => undefined);
  if (newest === head) code?.replaceHeadElements(head, location.origin);
}
