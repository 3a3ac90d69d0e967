/** What search engines and price comparisons call a choice. */
export type OptionProperty = 'color' | 'material' | 'pattern' | 'size';

const properties = new Map<string, OptionProperty>([
  ['colour', 'color'],
  ['farbe', 'color'],
  ['color', 'color'],
  ['material', 'material'],
  ['pattern', 'pattern'],
  ['muster', 'pattern'],
  ['size', 'size'],
  ['größe', 'size'],
]);

/** The property that schema.org and Google Merchant have for an option, by its name in any case, in English or German: "Colour" → `color`. */
export function optionProperty(name: string): OptionProperty | undefined {
  return properties.get(name.toLowerCase());
}
