import type { Head } from '../head/head.ts';
import { headTags } from '../head/head-tags.ts';

/**
 * Replaces what the document's head says by what the page that is shown now says. The things of schema.org are left out:
 * who reads them gets them from the server.
 */
export function replaceHeadElements(head: Head, origin: string): void {
  for (const old of document.head.querySelectorAll(
    'meta[property], meta[name=description], meta[name=robots], link[rel=canonical], link[rel=alternate]',
  )) {
    old.remove();
  }
  for (const { tag, attributes } of headTags(head, origin)) {
    if (tag === 'title') continue;
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.head.append(element);
  }
}
