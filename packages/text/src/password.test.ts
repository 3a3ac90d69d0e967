import { expect, test } from 'vitest';
import { opaquePassword, passwordForms } from './password.ts';

test('two ways to send one key are one, and nothing else is', () => {
  expect(opaquePassword('Überraschung')).toBe(opaquePassword('U\u0308berraschung'));
  expect(opaquePassword('two\u3000words\u00a0here')).toBe('two words here');
  expect(opaquePassword(' ﬁ Ａ \u200d ')).toBe(' ﬁ Ａ \u200d ');
});

test('a password of ASCII has one form, so that it is tried once', () => {
  expect(passwordForms('correct horse')).toEqual(['correct horse']);
  expect(passwordForms('u\u0308')).toEqual(['ü', 'u\u0308']);
});
