import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { countryCodes } from './schema.ts';

/** Kosovo, which has no ISO 3166-1 code but a user-assigned one. */
const NOT_ISO = 'XK';

test('the country codes are those of ISO 3166-1', () => {
  expect([...countryCodes].sort()).toEqual(codes.flatMap(([code]) => (code === NOT_ISO ? [] : (code ?? []))).sort());
});
