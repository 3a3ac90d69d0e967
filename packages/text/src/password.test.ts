import { expect, test } from 'vitest';
import { opaquePassword, passwordForms } from './password.ts';

test('composition and spaces are normalised, and nothing else', () => {
  expect(opaquePassword('Überraschung')).toBe(opaquePassword('U\u0308berraschung'));
  expect(opaquePassword('two\u3000words\u00a0here')).toBe('two words here');
  expect(opaquePassword(' ﬁ Ａ \u200d ')).toBe(' ﬁ Ａ \u200d ');
});

test('an ASCII password has one form, so that it is verified once', () => {
  expect(passwordForms('correct horse')).toEqual(['correct horse']);
  expect(passwordForms('u\u0308')).toEqual(['ü', 'u\u0308']);
});
