/** Colours by their names in the store, as a dot shows them. A name that is not here stays a word. */
const colours: Record<string, string> = {
  ...{ aubergine: '#4b2840', beige: '#d9c7a7', black: '#1c1b1a', blue: '#2f5fae', brick: '#9c4331', brown: '#6f4a2f' },
  ...{
    chalk: '#f3f0e6',
    charcoal: '#3a3b3d',
    cherry: '#a3182f',
    chestnut: '#7a4127',
    clay: '#b56a4a',
    cocoa: '#5a3a2a',
  },
  ...{ cream: '#f5ead0', fern: '#5b7f4a', fuchsia: '#c4277f', gold: '#c9a24a', graphite: '#4a4c50', gray: '#8b8c8e' },
  ...{ green: '#3b7d4f', grey: '#8b8c8e', honey: '#d99a2b', ink: '#1f2a44', lake: '#3a7ca5', leaf: '#6a9f3d' },
  ...{ midnight: '#1b2440', moss: '#6b7345', mustard: '#c9971c', natural: '#dcc9a3', navy: '#1f2f54', oat: '#ddd0b6' },
  ...{ oatmeal: '#d8cbb3', olive: '#6e6b35', orange: '#e07b28', petrol: '#1f5560', pine: '#234a3c', pink: '#e59ab1' },
  ...{ plum: '#6b2f52', purple: '#6a3d8f', red: '#b9262c', rust: '#a34a22', sage: '#9cab8a', sand: '#d6c19a' },
  ...{ silver: '#c3c6c9', sky: '#8fbfe0', slate: '#5d6873', stone: '#b3aca0', tangerine: '#ec8a2d', violet: '#7650a8' },
  ...{ white: '#ffffff', yellow: '#ecc73a' },
};

/** The colour (#rrggbb) of a value of an option called "Colour"; undefined for all others, and for names not known. */
export function swatchOf(option: string, value: string): string | undefined {
  const name = value.toLowerCase();
  return /^colou?r$/i.test(option) && Object.hasOwn(colours, name) ? colours[name] : undefined;
}
