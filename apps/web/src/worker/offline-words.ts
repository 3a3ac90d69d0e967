/*
 * The words of the page that the service worker shows. Not in a catalogue: the worker has none, nor what reads one, since
 * every browser loads it.
 */

interface OfflineWords {
  /** What the logo leads to. */
  home: string;
  offline: string;
  unreachable: string;
  notKept: string;
  noCheckout: string;
  again: string;
  readable: string;
  cart: string;
}

const english: OfflineWords = {
  home: 'Lantern, home',
  offline: 'You are offline',
  unreachable: 'The store cannot be reached',
  notKept: 'This page is not kept on this device. It opens by itself once the store can be reached.',
  noCheckout:
    'The checkout needs a connection, so that you pay today’s prices. Your cart and the steps that you have completed are kept. The checkout opens by itself once you are back online.',
  again: 'Try again',
  readable: 'These pages can be read:',
  cart: 'Cart',
};

const german: OfflineWords = {
  home: 'Lantern, Startseite',
  offline: 'Sie sind offline',
  unreachable: 'Der Shop ist nicht erreichbar',
  notKept:
    'Diese Seite ist auf diesem Gerät nicht gespeichert. Sie öffnet sich von selbst, sobald der Shop erreichbar ist.',
  noCheckout:
    'Die Kasse braucht eine Verbindung, damit Sie die heutigen Preise zahlen. Ihr Warenkorb und die erledigten Schritte bleiben erhalten. Die Kasse öffnet sich von selbst, sobald Sie wieder online sind.',
  again: 'Noch einmal versuchen',
  readable: 'Diese Seiten können Sie lesen:',
  cart: 'Warenkorb',
};

const words: Record<string, OfflineWords> = { de: german };

/** The language that a path begins with, its first page, and its words: English if the worker knows no others. */
export function wordsFor(path: string): { code: string; home: string; words: OfflineWords } {
  const [, code = ''] = /^\/([a-z]{2,3})(?=\/|$)/.exec(path) ?? [];
  const known = words[code];
  return known ? { code, home: `/${code}`, words: known } : { code: 'en', home: '/', words: english };
}
