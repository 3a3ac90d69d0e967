import './article.css';

/** A text with headings, lists and tables, to read. @param html that is safe to show as it is. */
export function Article({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the server makes it from Markdown, without any HTML of its author.
  return <div className="article" dangerouslySetInnerHTML={{ __html: html }} />;
}
