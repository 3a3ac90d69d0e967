import type { HeadTag } from './head-tags.ts';

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => references[sign] ?? '');

/** These elements as HTML, each in a line of its own. */
export function headHtml(tags: readonly HeadTag[]): string {
  return tags.map(htmlOf).join('\n');
}

function htmlOf({ tag, attributes, text = '' }: HeadTag): string {
  const open = `<${[tag, ...Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`)].join(' ')}>`;
  if (tag === 'meta' || tag === 'link') return open;
  // Browsers read no references in scripts: `jsonLd` leaves none to read.
  return `${open}${tag === 'script' ? text : escaped(text)}</${tag}>`;
}
