import { openSync } from 'fontkit';
import { expect, test } from 'vitest';
import { fontOf, ownCharacters } from './fonts.ts';

const charactersOf = (file: string): Set<number> => {
  const font = openSync(file);
  return new Set('characterSet' in font ? font.characterSet : []);
};

test.each(['regular', 'bold'] as const)(
  'the %s font of the pages has every character that it is used for',
  (weight) => {
    const covered = charactersOf(fontOf('', weight));
    for (let code = 0; code < 0x3000; code++) {
      if (ownCharacters.test(String.fromCodePoint(code))) expect(covered.has(code), code.toString(16)).toBe(true);
    }
  },
);

test.each(['Ωμέγα', 'Жук', 'Đặng', 'أحمد', 'כהן', 'Ğ', 'Ţ'])('%s is set in a font that has its letters', (name) => {
  const covered = charactersOf(fontOf(name));
  for (const character of name) expect(covered.has(character.codePointAt(0) ?? 0), character).toBe(true);
});

test('names of European countries are set in the font of the pages', () => {
  const file = fontOf('Zoë');
  for (const name of [
    'Łukasz',
    'Šimůnek',
    'Ñandú',
    'Őry',
    'Ștefan',
    'Ğül',
    'Øystein',
    'O’Brien – Müller',
    '€1,290.00',
  ]) {
    expect([name, fontOf(name)]).toEqual([name, file]);
  }
});
