import { expect, test } from 'vitest';
import { namesHtml } from './names-html.ts';

test.each([
  ['text/html,application/xhtml+xml,*/*;q=0.8', true],
  ['application/json, TEXT/HTML;q=0.5', true],
  ['*/*', false],
  ['application/json', false],
  [undefined, false],
])('who accepts %s is a person: %s', (accept, isPerson) => {
  expect(namesHtml({ accept })).toBe(isPerson);
});
