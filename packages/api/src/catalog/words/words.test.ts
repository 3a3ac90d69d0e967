import { expect, test } from 'vitest';
import { fold, singular, wordsOf } from './words.ts';

test.each([
  ['Größe', 'grosse'],
  ['STRASSE', 'strasse'],
  ['Smørrebrød', 'smorrebrod'],
  ['Ærø', 'aero'],
  ['Łódź', 'lodz'],
  ['Theie\u0300re', 'theiere'],
  ['İstanbul', 'istanbul'],
  ['Чайник', 'чаиник'],
  ['ΤΣΆΪ ΦΏΣ', 'τσαι φωσ'],
  ['１２ｃｍ', '12cm'],
  ['١٢ ۱۲ १२ ১২ ๑๒', '12 12 12 12 12'],
  ['Tee\u00adkanne\u200b', 'teekanne'],
  ['Lantern™', 'lantern'],
  ['हिन्दी', 'हिन्दी'],
  ['กาน้ำชา', 'กาน้ำชา'.normalize('NFKD').normalize('NFC')],
  ['يَدَوِيّ', 'يدوي'],
  ['1,000 · 0,5', '1000 · 0.5'],
])('%s is folded to %s', (text, plain) => {
  expect(fold(text)).toBe(plain);
});

test.each([
  ["kid's", ['kids']],
  ['kid’s', ['kids']],
  ['kidʼs', ['kids']],
  ['kid＇s', ['kids']],
  ['kid`s', ['kids']],
  ['kid´s', ['kids']],
  ['kids’ “mug”', ['kids', 'mug']],
  ['Wi-Fi', ['wi', 'fi']],
  ['Wi‑Fi', ['wi', 'fi']],
  ['Wi–Fi', ['wi', 'fi']],
  ['0.5 l, 34 cm', ['0.5', 'l', '34', 'cm']],
  ['ends here. And on', ['ends', 'here', 'and', 'on']],
  ['水壶', ['水壶']],
  ['电热水壶', ['电热', '热水', '水壶']],
  ['iPhone用ケース', ['iphone', '用ケ', 'ケー', 'ース']],
  ['☕ mug', ['☕', 'mug']],
  ['"*-…', []],
])('%s is split into the words %j', (text, expected) => {
  expect(wordsOf(text).words.map((word) => word.text)).toEqual(expected);
});

test.each([
  ['Wi-Fi', ['wifi']],
  ['KIT-MUG-CHA 12', ['kitmugcha']],
  ['U.S.A.', ['usa']],
  ['rock’n’roll', []],
  ['mug and cup', []],
])('%s also has the joined forms %j', (text, expected) => {
  expect(wordsOf(text).joins.map((join) => join.text)).toEqual(expected);
});

test.each([
  ['350ml', 'mixed', ['350', 'ml']],
  ['350', 'number', []],
  ['mug', 'letters', []],
  ["l'eau", 'letters', ['l', 'eau']],
])('%s has the kind %s and the parts %j', (text, kind, parts) => {
  expect(wordsOf(text).words).toMatchObject([{ kind, parts }]);
});

test.each([
  ['mugs', 'mug'],
  ['boxes', 'box'],
  ['glasses', 'glass'],
  ['berries', 'berry'],
  ['shoes', 'shoe'],
  ['glass', 'glass'],
  ['cactus', 'cactus'],
  ['gas', 'gas'],
])('the singular of %s is %s', (many, one) => {
  expect(singular(many)).toBe(one);
});
