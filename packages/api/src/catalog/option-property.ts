/** What search engines and price comparisons call a choice. */
export type OptionProperty = 'color' | 'material' | 'pattern' | 'size';

const properties = new Map<string, OptionProperty>([
  ['colour', 'color'],
  ['color', 'color'],
  ['material', 'material'],
  ['pattern', 'pattern'],
  ['size', 'size'],
]);

/** The property that schema.org and Google Merchant have for an option, by its name in any case: "Colour" → `color`. */
export function optionProperty(name: string): OptionProperty | undefined {
  return properties.get(name.toLowerCase());
}
