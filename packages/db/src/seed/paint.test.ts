import { expect, test } from 'vitest';
import { paintDrawing } from './paint.ts';

const RED = '#d02030';
const drawing = (...colours: string[]) => colours.map((colour) => `<path fill="${colour}"/>`).join('');
const coloursOf = (svg: string) => svg.match(/#[\da-f]{6}/gi) ?? [];

test('a colour becomes the paint, and lighter and darker ones stay so', () => {
  expect(coloursOf(paintDrawing(drawing(RED), '#3050a0', {}))).toEqual(['#3050a0']);
  const green = coloursOf(paintDrawing(drawing('#901020', RED, '#f06070'), '#3050a0', {})).map((colour) =>
    Number.parseInt(colour.slice(3, 5), 16),
  );
  expect(green).toEqual(green.toSorted((a, b) => a - b));
  expect(new Set(green).size).toBe(3);
});

test('what is not of the part keeps its colour', () => {
  const svg = drawing(RED, '#ffd840', '#ffffff');
  expect(coloursOf(paintDrawing(svg, '#3050a0', { hues: [350, 40], chroma: [0.1, 1] }))).toEqual([
    '#3050a0',
    '#ffd840',
    '#ffffff',
  ]);
});

test('an edge is painted, too, but not the black by which a filter finds an outline', () => {
  const outline = '<feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0"/>';
  const edge = '<feColorMatrix values="0 0 0 0 0.8157 0 0 0 0 0.1255 0 0 0 0 0.1882 0 0 0 0.5 0"/>';
  const painted = paintDrawing(drawing(RED) + outline + edge, '#808080', {});
  expect(painted).toContain(outline);
  expect(painted).toMatch(/values="0 0 0 0 0\.50\d\d 0 0 0 0 0\.50\d\d 0 0 0 0 0\.50\d\d 0 0 0 0\.5 0"/);
});
