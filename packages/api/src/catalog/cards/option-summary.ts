/** The most characters of two values that fit on a card. */
const MAX_LISTED = 16;

/** "3 colours", or the values themselves if two fit on a card: "0.8 l · 1.2 l". */
export function summarizeOptions(options: Record<string, string>[]): string | null {
  return summaryOf(options, (count, name) => `${count} ${pluralOf(name) ?? 'options'}`);
}

/** The same in a language whose plurals are unknown: "Farbe: 3". */
export function summarizeInAnyLanguage(options: Record<string, string>[]): string | null {
  return summaryOf(options, (count, name) => `${name}: ${count}`);
}

function summaryOf(options: Record<string, string>[], counted: (count: number, name: string) => string): string | null {
  const name = Object.keys(options[0] ?? {})[0];
  if (!name) return null;
  const values = [...new Set(options.flatMap((option) => option[name] ?? []))];
  // Numbers alone say nothing without what they count.
  const listed = (values.some((value) => /\p{L}/u.test(value)) ? '' : `${name}: `) + values.join(' · ');
  if (values.length < 2) return values.length === 0 ? null : listed;
  return values.length === 2 && listed.length <= MAX_LISTED ? listed : counted(values.length, name);
}

/**
 * "Colour" → "colours", "Finish" → "finishes", "Capacity" → "capacities". Null if the name may already be a plural
 * ("Packs"), or its plural does not follow from its letters (scarf, RAM, Größe, 尺寸).
 */
export function pluralOf(name: string): string | null {
  const noun = name.trim().toLowerCase();
  if (!/^[a-z][a-z -]*$/.test(noun) || (name === name.toUpperCase() && name.length > 1)) return null;
  if (/(ss|x|sh|ch)$/.test(noun)) return `${noun}es`;
  if (/([sfoz]|fe|men|man|child|foot|tooth|mouse)$/.test(noun)) return null;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
