import { imageAddress } from './image-base.ts';

/**
 * The addresses of the store's images. An address says what a page has to know before the image has arrived, so that
 * whatever links to an image (a product, the line of an order) needs to keep its address only:
 *
 *     /media/uploads/3f9a…-4000x3000-c8b7a6/768.avif
 *            shelf   name  size      tint   side
 */

/** The folders of images below /media. */
export const shelves = ['uploads', 'demo'] as const;
export type Shelf = (typeof shelves)[number];

/** The longer side of the renditions of an image, in pixels: what pages show, on screens of density 1 to 3. */
export const sides = [192, 320, 480, 768, 1280] as const;
/** The side in the address that products link to. */
const LINKED_SIDE = 768;

/** In the order in which a browser is to choose, the smallest files first. */
export const formats = ['avif', 'webp'] as const;
export type ImageFormat = (typeof formats)[number];

/** What the name of an image's folder says. */
export interface ImageFacts {
  /** Of the original as displayed, in pixels. */
  width: number;
  height: number;
  /** Its dominant colour, `c8b7a6`; null if something would show through the image. */
  tint: string | null;
}

export interface ImageSource {
  type: `image/${ImageFormat}`;
  /** For the attribute of that name. The widths are those of the longer side, since images are shown in squares. */
  srcSet: string;
}

/** The folder of an image; `name` has a hash of its content, because browsers keep what is below it for a year. */
export function imageFolder(name: string, { width, height, tint }: ImageFacts): string {
  return [name, `${width}x${height}`, ...(tint ? [tint] : [])].join('-');
}

/** What the name of a folder says; null if it is not that of an image. */
export function readImageFolder(folder: string): ImageFacts | null {
  const match = /^[\da-f-]{1,100}-([1-9]\d{0,4})x([1-9]\d{0,4})(?:-([\da-f]{6}))?$/.exec(folder);
  return match && { width: Number(match[1]), height: Number(match[2]), tint: match[3] ?? null };
}

/** The renditions of an image: all that are smaller than it, and the first that shows every pixel. */
export function sidesOf({ width, height }: Pick<ImageFacts, 'width' | 'height'>): number[] {
  const whole = sides.findIndex((side) => side >= Math.max(width, height));
  return whole < 0 ? [...sides] : sides.slice(0, whole + 1);
}

/** The address of an image, for a product to link to. Throws if the folder is not that of an image. */
export function imageUrl(shelf: Shelf, folder: string): string {
  const facts = readImageFolder(folder);
  if (!facts) throw new Error(`"${folder}" is not the folder of an image.`);
  const side = sidesOf(facts)
    .filter((offered) => offered <= LINKED_SIDE)
    .at(-1);
  return `/media/${shelf}/${folder}/${side}.webp`;
}

/** What browsers can choose from for the address that a product links to, and what it says of the image. */
export function readImageUrl(url: string): { facts: ImageFacts | null; sources: ImageSource[] } {
  const [, base = '', folder = ''] = /^(\/media\/(?:uploads|demo)\/([^/]+)\/)\d+\.webp$/.exec(url) ?? [];
  const facts = readImageFolder(folder);
  if (!facts) return { facts, sources: readEarlierUrl(url) };
  const longer = Math.max(facts.width, facts.height);
  const offered = sidesOf(facts);
  const srcSet = (format: ImageFormat) =>
    offered.map((side) => `${imageAddress(base)}${side}.${format} ${Math.min(side, longer)}w`).join(', ');
  return { facts, sources: formats.map((format) => ({ type: `image/${format}`, srcSet: srcSet(format) })) };
}

/** The largest rendition in the format that every program reads, for those who show an image elsewhere; its size if known. */
export function largestImage(url: string): { url: string; width?: number; height?: number } {
  const { facts, sources } = readImageUrl(url);
  const [largest = imageAddress(url)] = sources.at(-1)?.srcSet.split(', ').at(-1)?.split(' ') ?? [];
  if (!facts) return { url: largest };
  const { width, height } = facts;
  const scale = Math.min(1, Math.max(...sides) / Math.max(width, height));
  return { url: largest, width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Before originals were kept, each upload became three files. */
function readEarlierUrl(url: string): ImageSource[] {
  const [, base] = /^(\/media\/uploads\/[\da-f]{64})-640\.webp$/.exec(url) ?? [];
  if (!base) return [];
  return [
    {
      type: 'image/webp',
      srcSet: [320, 640, 1280].map((side) => `${imageAddress(base)}-${side}.webp ${side}w`).join(', '),
    },
  ];
}
