/** A page that can be read. */
export interface ReadablePage {
  url: string;
  /** As HTML. */
  title: string;
}

interface Situation {
  /** The path of the page that was wanted. */
  path: string;
  /** Whether the browser takes itself to be connected: then it is the store that does not answer. */
  isConnected: boolean;
  readable: ReadablePage[];
  /** The address of the shop's styles. */
  style: string;
}

/** The title of a page without the store's name, as HTML. */
export function titleOf(html: string): string {
  const [, title = ''] = /<title>(.*?)<\/title>/s.exec(html) ?? [];
  return title.replace(/ · Lantern$/, '');
}

/** What is shown instead of a page that cannot be had; offline.js loads the page once it can. */
export function offlinePage({ path, isConnected, readable, style }: Situation): string {
  const title = isConnected ? 'The store cannot be reached' : 'You are offline';
  const items = readable.map(({ url, title }) => `<li><a href="${escaped(url)}"><bdi>${title}</bdi></a></li>`);
  const list = `<h2 class="offline-page__list" id="readable">These pages can be read:</h2>
      <ul class="offline-page__pages" aria-labelledby="readable">${items.join('')}</ul>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${title} · Lantern</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${style}">
    <script src="/offline.js" defer></script>
  </head>
  <body>
    <main class="offline-page">
      <h1>${title}</h1>
      <p>${reasonFor(path)}</p>
      <p><a class="offline-page__again" href="">Try again</a></p>
      ${items.length > 0 ? list : ''}
    </main>
  </body>
</html>`;
}

function reasonFor(path: string): string {
  if (path === '/checkout') {
    return 'The checkout needs a connection, so that you pay today’s prices. Your cart and the steps that you have completed are kept. The checkout opens by itself once you are back online.';
  }
  return 'This page is not kept on this device. It opens by itself once the store can be reached.';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
