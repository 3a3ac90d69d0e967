/*
 * The page that is sent when the store cannot make the one that was asked for. Its words are in no catalogue, since it
 * must cost nothing while the server has too much to do.
 */

interface BusyWords {
  title: string;
  text: string;
  again: string;
}

const english: BusyWords = {
  title: 'The store is busy',
  text: 'It cannot show this page right now. It will try again by itself in a moment, and your cart is kept.',
  again: 'Try again now',
};

const words: Record<string, BusyWords> = {
  de: {
    title: 'Der Shop ist gerade überlastet',
    text: 'Diese Seite kann im Moment nicht angezeigt werden. Sie wird gleich von selbst noch einmal geladen, und Ihr Warenkorb bleibt erhalten.',
    again: 'Jetzt noch einmal versuchen',
  },
};

/** How soon a refused client may come back, in seconds. */
export const RETRY_AFTER_SECONDS = 5;

/** The page's own, since it is often sent before anything else sets headers. */
export const BUSY_PAGE_POLICY = [
  "default-src 'none'",
  ...['script', 'connect', 'style', 'font', 'img'].map((kind) => `${kind}-src 'self'`),
  ...['base-uri', 'form-action', 'frame-ancestors'].map((kind) => `${kind} 'none'`),
].join('; ');

/**
 * The page in a language, with the store's styles if their address is known. An empty link leads to the same page. Its
 * script, that of the page without a connection, loads what was asked for once that can be had: a page that is loaded
 * again and again begins anew for whoever has it read out.
 */
export function busyPage(language: string, style: string | undefined): string {
  const known = words[language];
  const { title, text, again } = known ?? english;
  return `<!doctype html>
<html lang="${known ? language : 'en'}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <script src="/offline.js"></script>
    <noscript><meta http-equiv="refresh" content="${RETRY_AFTER_SECONDS}"></noscript>
    <title>${title} · Lantern</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    ${style ? `<link rel="stylesheet" href="${style}">` : ''}
  </head>
  <body>
    <main class="wrap offline-page">
      <h1>${title}</h1>
      <p>${text}</p>
      <p><a href="">${again}</a></p>
    </main>
  </body>
</html>
`;
}

/** The address of the styles in the HTML of a page. */
export function styleOf(html: string): string | undefined {
  return /<link rel="stylesheet"[^>]* href="([^"]+)"/.exec(html)?.[1];
}
