import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Moment, MomentDay } from './moment.tsx';

test('an instant is machine-readable, and its title names the time zone', () => {
  const html = renderToStaticMarkup(<Moment at="2026-11-24T18:42:00.000Z" />);
  expect(html).toMatch(/^<time dateTime="2026-11-24T18:42:00\.000Z" title="2[45] Nov 2026, \d\d:\d\d \S+">/);
});

test('it can be put in other words', () => {
  expect(renderToStaticMarkup(<Moment at="2026-11-24T18:42:00.000Z" text="just now" />)).toContain('>just now</time>');
});

test('a day is shown without its time', () => {
  expect(renderToStaticMarkup(<MomentDay at="2026-11-24T12:00:00.000Z" />)).toContain('>24 Nov 2026</time>');
});
