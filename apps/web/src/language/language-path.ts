import { type Language, language } from '@lantern/ui/language';

/** How the paths of a language begin: not at all in the store's first one, otherwise as `/de`. */
export function languagePrefix({ code, all }: Pick<Language, 'code' | 'all'> = language()): string {
  return code === all[0] ? '' : `/${code}`;
}

/**
 * A path of the store in a language, by default in that of the page. Only for what the router does not make: links and
 * its own navigation begin with the language by themselves.
 */
export function languagePath(path: string, code: string = language().code): string {
  const prefix = languagePrefix({ code, all: language().all });
  return prefix && path === '/' ? prefix : prefix + path;
}
