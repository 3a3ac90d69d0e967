import { wordsFor } from './offline-words.ts';

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
  /** The address of the page of the cart, as far as it can be read. */
  cart: string;
  /** The address of the shop's styles. */
  style: string;
}

/** The title of a page without the store's name, as HTML. */
export function titleOf(html: string): string {
  const [, title = ''] = /<title>(.*?)<\/title>/s.exec(html) ?? [];
  return title.replace(/ · Lantern$/, '');
}

/**
 * What is shown instead of a page that cannot be had; offline.js loads the page once it can. Of the shop's header it has what
 * needs no connection. The script comes before anything is shown, for the theme.
 */
export function offlinePage({ path, isConnected, readable, cart, style }: Situation): string {
  const { code, home, words } = wordsFor(path);
  const title = isConnected ? words.unreachable : words.offline;
  const items = readable.map(({ url, title }) => `<li><a href="${escaped(url)}"><bdi>${title}</bdi></a></li>`);
  const list = `<h2 class="offline-page__list" id="readable">${words.readable}</h2>
      <ul class="offline-page__pages" aria-labelledby="readable">${items.join('')}</ul>`;
  return `<!doctype html>
<html lang="${code}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${title} · Lantern</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${style}">
    <script src="/offline.js"></script>
  </head>
  <body>
    <header class="site-header">
      <div class="wrap offline-page__bar">
        <a class="site-header__home" href="${home}" aria-label="${words.home}">
          <span class="logo">
            <img class="offline-page__logo" src="/favicon.svg" alt=""><span class="logo__word">Lantern</span>
          </span>
        </a>
        <a class="site-header__link" href="${cart}">
          ${words.cart} <span class="offline-page__count num" data-cart-count hidden></span>
        </a>
      </div>
    </header>
    <main class="offline-page">
      <h1>${title}</h1>
      <p>${path.endsWith('/checkout') ? words.noCheckout : words.notKept}</p>
      <p><a class="offline-page__again" href="">${words.again}</a></p>
      ${items.length > 0 ? list : ''}
    </main>
  </body>
</html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
