import MarkdownIt from 'markdown-it';

/** What a page's Markdown says. */
export interface RenderedMarkdown {
  /** Safe to show as it is: no HTML of the author's, no images, and only links that `isSafeLink`. */
  html: string;
  /** The words of the first paragraph; empty if there is none. */
  summary: string;
}

/** To another page of the store or a part of this one, or with a scheme that runs nothing. */
const SAFE_LINK = /^(?:https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/i;

/** The text of a link that leads elsewhere is shown as it was written. */
const isSafeLink = (url: string) => SAFE_LINK.test(url);

// Escaped, not stripped: admins see at once that a page takes no HTML.
const parser = new MarkdownIt({ html: false, linkify: true });
parser.linkify.set({ fuzzyLink: false });
parser.validateLink = isSafeLink;
// The store's pages show its own images only, as the content security policy says.
parser.disable('image');
parser.core.ruler.push('outline', ({ tokens }) => outline(tokens));
parser.core.ruler.push('alignments', ({ tokens }) => alignByClass(tokens));

type Tokens = ReturnType<typeof parser.parse>;

/** Renders a page's Markdown: CommonMark with tables and struck words. */
export function renderMarkdown(markdown: string): RenderedMarkdown {
  const tokens = parser.parse(markdown, {});
  return { html: parser.renderer.render(tokens, parser.options, {}), summary: summaryOf(tokens) };
}

/** Headings begin below the page's title, and none skips a level, whichever marks an author likes. */
function outline(tokens: Tokens): void {
  const above: number[] = [];
  for (const token of tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    const level = Number(token.tag.slice(1));
    while (above.length > 0 && (above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    token.tag = `h${Math.min(above.length + 1, 6)}`;
  }
}

/** A `style` would be refused by the content security policy. */
function alignByClass(tokens: Tokens): void {
  for (const token of tokens) {
    const style = token.attrGet('style');
    if (style === null) continue;
    token.attrs = [['class', String(style).replace('text-align:', 'align-')]];
  }
}

function summaryOf(tokens: Tokens): string {
  const first = tokens.findIndex(({ type, level }) => type === 'paragraph_open' && level === 0);
  const words = tokens[first + 1]?.children ?? [];
  if (first === -1) return '';
  return words.map(({ type, content }) => (type.endsWith('break') ? ' ' : content)).join('');
}
