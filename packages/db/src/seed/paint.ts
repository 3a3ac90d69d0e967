import { type Rgb, type Shade, toRgb, toShade } from './oklch.ts';

type Range = readonly [from: number, to: number];

/** Which colours of a drawing are those of the thing itself, rather than of its zip, its lamp or its coffee. */
export interface Part {
  /** Degrees; from the larger to the smaller one is by way of 0. */
  hues?: Range;
  lightness?: Range;
  chroma?: Range;
}

/** A colour, or the part of a filter's matrix that gives an edge its colour. */
const COLOUR = /#[\da-f]{6}\b|(?<=values=")(?:0 0 0 0 [\d.]+ ?){3}(?= )/gi;

/**
 * A drawing with the colours of `part` turned into `paint`, "#rrggbb": the middle one becomes it, and the others stay as
 * much lighter or darker than it as they were, so that light, shadow and folds remain.
 */
export function paintDrawing(svg: string, paint: string, part: Part): string {
  const target = toShade(readColour(paint));
  const shades = [...svg.matchAll(COLOUR)].map(([text]) => toShade(readColour(text)));
  const own = shades.filter((shade) => isOf(part, shade));
  const middle = median(own.map(({ lightness }) => lightness));
  const strength = median(own.map(({ chroma }) => chroma));
  return svg.replace(COLOUR, (text) => {
    const shade = toShade(readColour(text));
    // Black is how a filter finds an outline.
    if (shade.lightness === 0 || !isOf(part, shade)) return text;
    const lighter = shade.lightness - middle;
    // A pale paint leaves less room for light, a dark one less for shadow.
    const room = lighter > 0 ? (1 - target.lightness) / (1 - middle) : target.lightness / middle;
    return write(
      {
        lightness: target.lightness + lighter * Math.min(1, room),
        chroma: target.chroma * Math.min(1.25, Math.max(0.75, shade.chroma / Math.max(strength, 0.01))),
        hue: target.hue,
      },
      text,
    );
  });
}

function isOf({ hues = [0, 360], lightness = [0, 1], chroma = [0, 1] }: Part, shade: Shade): boolean {
  const [from, to] = hues;
  const inHues = from <= to ? isWithin(shade.hue, hues) : shade.hue >= from || shade.hue <= to;
  return inHues && isWithin(shade.lightness, lightness) && isWithin(shade.chroma, chroma);
}

function isWithin(value: number, [from, to]: Range): boolean {
  return value >= from && value <= to;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0.5;
}

function readColour(text: string): Rgb {
  if (text.startsWith('#')) return [hexadecimal(text, 1), hexadecimal(text, 3), hexadecimal(text, 5)];
  const numbers = text.split(' ').map(Number);
  return [numbers[4] ?? 0, numbers[9] ?? 0, numbers[14] ?? 0];
}

function hexadecimal(text: string, at: number): number {
  return Number.parseInt(text.slice(at, at + 2), 16) / 255;
}

/** Writes a colour in the form of `like`. */
function write(shade: Shade, like: string): string {
  const channels = toRgb(shade);
  if (!like.startsWith('#')) return channels.map((channel) => `0 0 0 0 ${channel.toFixed(4)}`).join(' ');
  const bytes = channels.map((channel) => Math.round(channel * 255));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
