import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { countryCodes } from './schema.ts';

/** Kosovo has no code in ISO 3166-1: this one is set aside for users of the standard. */
const NOT_ISO = 'XK';

test('the countries are those of ISO 3166-1', () => {
  expect([...countryCodes].sort()).toEqual(codes.flatMap(([code]) => (code === NOT_ISO ? [] : (code ?? []))).sort());
});
