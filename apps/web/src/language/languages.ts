/** What each language calls itself, and how Open Graph names it with a country. */
const languages: Record<string, { name: string; territory: string }> = {
  en: { name: 'English', territory: 'en_GB' },
  de: { name: 'Deutsch', territory: 'de_DE' },
};

/** In the language itself, for whoever reads only that: "Deutsch". */
export const languageName = (code: string) => languages[code]?.name ?? code;

export const territoryOf = (code: string) => languages[code]?.territory ?? code;
