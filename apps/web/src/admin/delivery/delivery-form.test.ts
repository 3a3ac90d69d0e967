import { expect, test } from 'vitest';
import { deliverySchema, typedOf } from './delivery-form.ts';

const typed = { ...typedOf(undefined), price: '4.90', minDays: '1', maxDays: '2' };
const taken = ['standard', 'express', 'express-2'];

test.each([
  ['By drone', 'by-drone'],
  ['Standard', 'standard-2'],
  ['Express', 'express-3'],
  ['配送', 'delivery'],
  ['A delivery whose name is longer than a code may be, twice', 'a-delivery-whose-name-is-longer-than'],
])('a new method called %s is one of its own', (name, code) => {
  expect(deliverySchema(undefined, taken).parse({ ...typed, name })).toMatchObject({ name, code, version: 0 });
});

test('a name that is missing is asked for', () => {
  const { error } = deliverySchema(undefined, taken).safeParse(typed);
  expect(error?.issues).toMatchObject([{ path: ['name'], message: 'Please enter a name.' }]);
});
