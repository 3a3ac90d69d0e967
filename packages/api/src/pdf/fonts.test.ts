import { type Font, openSync } from 'fontkit';
import { beforeEach, expect, test } from 'vitest';
import { Fonts, isOwn, ownCharacters, ownFont } from './fonts.ts';

const open = (file: string): Font => {
  const font = openSync(file);
  if ('fonts' in font) throw new Error(`${file} has several fonts.`);
  return font;
};

const opened: string[] = [];
let fonts: Fonts;
beforeEach(() => {
  opened.length = 0;
  fonts = new Fonts(open, (file) => opened.push(file));
});

test.each(['regular', 'bold'] as const)(
  'the %s font of the pages has every character that it is used for',
  (weight) => {
    const font = open(ownFont(weight));
    for (let code = 0; code < 0x3000; code++) {
      if (ownCharacters.test(String.fromCodePoint(code)))
        expect(font.hasGlyphForCodePoint(code), code.toString(16)).toBe(true);
    }
  },
);

test.each([
  ['Ωμέγα', 'DejaVu'],
  ['Жук', 'DejaVu'],
  ['Đặ', 'DejaVu'],
  ['أحمد', 'DejaVu'],
  ['כהן', 'DejaVu'],
  ['灯籠', 'Chocolate'],
  ['さくらカー', 'Chocolate'],
  ['𠮷', 'Chocolate'],
  ['김서울', 'Nanum'],
  ['😀', 'Emoji'],
  ['☺', 'DejaVu'],
])('%s is set in a font that has its letters', (text, name) => {
  for (const character of text) {
    for (const weight of ['regular', 'bold'] as const) {
      const font = fonts.find(character, weight);
      if (!isOwn(character)) expect(font, character).toContain(name);
    }
  }
  expect(opened.length).toBeLessThanOrEqual(2);
});

test('names of European countries are set in the font of the pages, and no other file is opened', () => {
  for (const name of ['Łukasz', 'Šimůnek', 'Ñandú', 'Őry', 'Ștefan', 'Ğül', 'Øystein', 'O’Brien – €1,290.00']) {
    expect([name, isOwn(name)]).toEqual([name, true]);
    for (const character of name) expect(fonts.find(character, 'regular')).toBe(ownFont());
  }
  expect(opened).toEqual([]);
});
