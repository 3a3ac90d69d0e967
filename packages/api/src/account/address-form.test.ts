import { expect, test } from 'vitest';
import { addressFormSchema, addressSchema } from './schema.ts';

const american = { fullName: 'Ada', line1: '1 Main Street', city: 'Boston', postalCode: '02108', country: 'US' };
const fieldsOf = (input: object) => addressFormSchema.safeParse(input).error?.issues.map(({ path }) => path.join('.'));

test('a form asks for a region where addresses need one, together with other errors', () => {
  expect(fieldsOf(american)).toEqual(['region']);
  expect(fieldsOf({ ...american, region: ' ', city: '' })).toEqual(['city', 'region']);
  expect(fieldsOf({ ...american, region: 'MA' })).toBeUndefined();
  expect(fieldsOf({ ...american, country: 'DE', postalCode: '10115' })).toBeUndefined();
});

test('an address that was saved without its region stays valid', () => {
  expect(addressSchema.safeParse(american).success).toBe(true);
});
