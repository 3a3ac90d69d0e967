import { expect, test } from 'vitest';
import { compileMessage } from './compile-message.ts';

test.each([
  ['Cart', 'Cart'],
  ["It's {name}", ["It's ", ['value', 'name']]],
  [
    '{count, plural, =0 {None} one {# item} other {# items}}',
    [['plural', 'count', { 0: 'None', one: [['number', 'count'], ' item'], other: [['number', 'count'], ' items'] }]],
  ],
  [
    'Read <0>the {kind} terms</0><1/>.',
    ['Read ', ['element', '0', ['the ', ['value', 'kind'], ' terms']], ['element', '1', ''], '.'],
  ],
])('%s', (text, message) => {
  expect(compileMessage(text)).toEqual(message);
});

test.each(['Read <0>the terms', 'Read the terms</0>', '<0>Read <1>the</0></1>', '{when, date}', '{count'])(
  '%s is refused',
  (text) => expect(() => compileMessage(text)).toThrow(),
);
