import { expect, test } from 'vitest';
import { isolated } from './isolated.ts';

test('only text with right-to-left letters is isolated', () => {
  for (const text of ['Mug (350)!', '', 'Чайник', '茶 1']) expect(isolated(text)).toBe(text);
  for (const text of ['כוס (350)!', 'Mug كوب', '𐤀', '𞤀']) expect(isolated(text)).toBe(`\u2068${text}\u2069`);
});
