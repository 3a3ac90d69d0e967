/**
 * The link that lets a browser fetch the first image of a page before it has read as far as the image, from the page's body
 * as React writes it; empty if no image is marked as the first. Both are HTML.
 */
export function imagePreload(body: string): string {
  const mark = body.indexOf(' fetchpriority="high"');
  if (mark < 0) return '';
  const start = body.lastIndexOf('<img', mark);
  // Its sources stand right before it, the best format first: a browser that does not know that one fetches nothing.
  const picture = body.lastIndexOf('<picture', start);
  const [, sources = ''] = /^<picture[^>]*>((?:<source[^>]*>)+)$/.exec(body.slice(picture, start)) ?? [];
  const read = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`, 'i').exec(tag)?.[1] ?? '';
  const what = sources
    ? `type="${read(sources, 'type')}" imagesrcset="${read(sources, 'srcset')}" imagesizes="${read(sources, 'sizes')}"`
    : `href="${read(body.slice(start, mark), 'src')}"`;
  return `<link rel="preload" as="image" fetchpriority="high" ${what}>`;
}
