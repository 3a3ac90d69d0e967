/** The languages of the store, as the server writes them into the document. */
interface DocumentLanguage {
  code: string;
  /** The first is that of paths without one. */
  all: readonly string[];
}

/** English where no server has said anything, as in tests. */
export function documentLanguage(): DocumentLanguage {
  const { lang, dataset } = globalThis.document?.documentElement ?? { lang: '', dataset: {} };
  return { code: lang || 'en', all: dataset.languages?.split(' ') ?? ['en'] };
}
