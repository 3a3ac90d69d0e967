/** An address of the store, and the language that it is in. */
export interface LanguageUrl {
  language: string;
  /** The path with its query, as it is in the default language. */
  url: string;
}

/** Reads the language at the beginning of a path, such as `/de/cart`; without one, it is the first of `languages`. */
export function languageUrl(url: string, languages: readonly string[]): LanguageUrl {
  const [standard = 'en', ...others] = languages;
  for (const language of others) {
    const rest = url.startsWith(`/${language}`) ? url.slice(language.length + 1) : undefined;
    if (rest === undefined || !/^($|[/?])/.test(rest)) continue;
    return { language, url: rest.startsWith('/') ? rest : `/${rest}` };
  }
  return { language: standard, url };
}

/**
 * Where a path leads whose language is not written as in the store's addresses: the default one, which is left out, or another
 * in capitals or with nothing but a slash after it. Null for any other path. Never to another site.
 */
export function movedLanguage(url: string, [standard, ...others]: readonly string[]): string | null {
  const [, given = '', rest = ''] = /^\/([a-z]+)(?=$|[/?])(.*)$/is.exec(url) ?? [];
  const language = given.toLowerCase();
  if (language === standard) return `/${rest.replace(/^[/\\\\]+/, '')}`;
  const moved = `/${language}${rest.replace(/^\/(?=$|\?)/, '')}`;
  return others.includes(language) && moved !== url ? moved : null;
}

/** How the paths of each language begin: not at all in the default one. */
export function languagePrefixes([, ...others]: readonly string[]): string[] {
  return ['', ...others.map((language) => `/${language}`)];
}
