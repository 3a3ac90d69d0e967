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

/** Where a path with the default language in it leads; null for any other. Never to another site. */
export function withoutDefault(url: string, [standard]: readonly string[]): string | null {
  const [, rest] = url.split(new RegExp(`^/${standard}(?=$|[/?])`));
  return rest === undefined ? null : `/${rest.replace(/^[/\\\\]+/, '')}`;
}

/** How the paths of each language begin: not at all in the default one. */
export function languagePrefixes([, ...others]: readonly string[]): string[] {
  return ['', ...others.map((language) => `/${language}`)];
}
