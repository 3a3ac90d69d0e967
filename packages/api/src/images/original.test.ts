import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { encodeOriginal, MAX_IMAGE_BYTES } from './original.ts';

/** An image that is red on the left and blue on the right. */
function image(width: number, height: number): Sharp {
  const half = Math.floor(width / 2);
  const red = { create: { width: half, height, channels: 3, background: '#f00' } } as const;
  return sharp({ create: { width, height, channels: 3, background: '#00f' } }).composite([
    { input: red, left: 0, top: 0 },
  ]);
}

/** The reason a file is refused for, or `accepted`. */
async function refusalOf(bytes: Buffer): Promise<unknown> {
  return encodeOriginal(bytes).then(
    () => 'accepted',
    (error: { reason?: unknown }) => error.reason ?? error,
  );
}

/** A PNG with this size in its header and no pixels. */
function pngHeader(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const start = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', deflateSync('')), chunk('IEND', Buffer.alloc(0))]);
}

test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
  'the original of a %s image is as large as the upload',
  async (format) => {
    // Otherwise making the image takes seconds.
    const quick = format === 'avif' ? { effort: 0 } : {};
    const { width, height, bytes } = await encodeOriginal(await image(1400, 700).toFormat(format, quick).toBuffer());
    expect([width, height]).toEqual([1400, 700]);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1400, height: 700, space: 'srgb', depth: 'uchar' });
  },
);

test('an opaque image becomes a JPEG and has a tint, a transparent one a WebP and has none', async () => {
  const clear = { width: 50, height: 20, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } } as const;
  const transparent = await encodeOriginal(await sharp({ create: clear }).png().toBuffer());
  expect(transparent).toMatchObject({ width: 50, height: 20, tint: null, extension: 'webp' });
  expect(await sharp(transparent.bytes).metadata()).toMatchObject({ format: 'webp', hasAlpha: true });

  const sand = { create: { width: 90, height: 60, channels: 3, background: '#c8b898' } } as const;
  const opaque = await encodeOriginal(await sharp(sand).png().toBuffer());
  expect(opaque).toMatchObject({ width: 90, height: 60, tint: 'c8b898', extension: 'jpg' });
  expect(await sharp(opaque.bytes).metadata()).toMatchObject({ format: 'jpeg', hasAlpha: false });
  // An alpha channel alone lets nothing show through.
  const full = await encodeOriginal(await sharp(sand).ensureAlpha().png().toBuffer());
  expect(full.tint).toBe('c8b898');
});

test('greyscale, 16-bit and CMYK images are converted to 8-bit sRGB', async () => {
  const grey = await image(40, 20).greyscale().png().toBuffer();
  const deep = await image(40, 20).toColourspace('rgb16').png().toBuffer();
  const cmyk = await image(40, 20).toColourspace('cmyk').jpeg().toBuffer();
  for (const bytes of [grey, deep, cmyk]) {
    const original = await encodeOriginal(bytes);
    expect(await sharp(original.bytes).metadata()).toMatchObject({ width: 40, space: 'srgb', depth: 'uchar' });
  }
  const { bytes } = await encodeOriginal(cmyk);
  const [r = 0, , b = 0] = await sharp(bytes).extract({ left: 5, top: 5, width: 1, height: 1 }).raw().toBuffer();
  expect(r - b).toBeGreaterThan(100);
});

test('an image with EXIF rotation is turned upright and loses its metadata', async () => {
  const sideways = image(400, 200)
    .jpeg()
    .withExif({
      IFD0: { Copyright: 'Mira' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    });
  const bytes = await sharp(await sideways.toBuffer())
    .keepExif()
    .withMetadata({ orientation: 6 })
    .toBuffer();
  expect((await sharp(bytes).metadata()).exif?.toString('latin1')).toContain('Mira');
  const original = await encodeOriginal(bytes);
  expect([original.width, original.height]).toEqual([200, 400]);
  const made = await sharp(original.bytes).metadata();
  expect([made.width, made.height]).toEqual([200, 400]);
  expect([made.exif, made.xmp, made.icc, made.iptc, made.orientation]).toEqual(Array(5).fill(undefined));
  expect(original.bytes.toString('latin1')).not.toMatch(/Mira|EXIF/);
  // After turning right, the left side is at the top.
  const [r = 0, , b = 0] = await sharp(original.bytes)
    .extract({ left: 50, top: 5, width: 1, height: 1 })
    .raw()
    .toBuffer();
  expect(r).toBeGreaterThan(b);
});

test('only the first frame of an animation is kept', async () => {
  const frames = await Promise.all(
    ['#f00', '#00f'].map((background) =>
      sharp({ create: { width: 30, height: 30, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  expect((await sharp(gif).metadata()).pages).toBe(2);
  const { width, height, bytes } = await encodeOriginal(gif);
  expect([width, height]).toEqual([30, 30]);
  expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1);
});

test('files other than supported images are refused', async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
  );
  const tiff = await image(20, 20).tiff().toBuffer();
  const [drawing] = svg.toString().split('>');
  // It looks like an AVIF from its fifth byte on, and would be drawn if uploads could reach that decoder.
  const disguised = Buffer.from(`<!--ftypavif-->${drawing}/>`);
  expect(await refusalOf(disguised)).toBe('image_unreadable');
  for (const bytes of [svg, tiff, Buffer.from('%PDF-1.7'), Buffer.from('MZ'), Buffer.alloc(0)]) {
    expect(await refusalOf(bytes)).toBe('image_type');
  }
});

test('a damaged image is refused', async () => {
  const jpeg = await image(800, 600).jpeg().toBuffer();
  const png = await image(800, 600).png().toBuffer();
  const webp = await image(800, 600).webp().toBuffer();
  for (const bytes of [jpeg, png, webp]) {
    expect(await refusalOf(bytes.subarray(0, bytes.length / 2))).toBe('image_unreadable');
    expect(await refusalOf(bytes.subarray(0, 30))).toBe('image_unreadable');
  }
  // A JPEG signature followed by an SVG.
  expect(await refusalOf(Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.from('<svg/>')]))).toBe(
    'image_unreadable',
  );
});

test('a decompression bomb is refused by its header, before decoding', async () => {
  for (const [width, height] of [
    [50_000, 50_000],
    [100_000, 1000],
    [8001, 5000],
    [2_147_483_647, 1],
  ] as const) {
    expect(await refusalOf(pngHeader(width, height))).toMatch(/image_too_large|image_unreadable/);
  }
  // This file has no pixels, so decoding it would have failed as unreadable.
  expect(await refusalOf(pngHeader(50_000, 50_000))).toBe('image_too_large');
});

test('a side longer than browsers show is shortened, in proportion', async () => {
  const long = sharp({ create: { width: 32_000, height: 100, channels: 3, background: '#888' } });
  expect(await encodeOriginal(await long.png().toBuffer())).toMatchObject({ width: 16_383, height: 51 });
});

test('40 megapixels are accepted, one row more is refused', { tags: 'long' }, async () => {
  const flat = sharp({ create: { width: 8000, height: 5000, channels: 3, background: '#888' } });
  expect(await refusalOf(await flat.toColourspace('b-w').png().toBuffer())).toBe('accepted');
  expect(await refusalOf(pngHeader(8000, 5001))).toBe('image_too_large');
});

test('8 MB are accepted, one byte more is refused', async () => {
  const jpeg = await image(100, 100).jpeg().toBuffer();
  const padded = (bytes: number) => Buffer.concat([jpeg, Buffer.alloc(bytes - jpeg.length)]);
  expect(await refusalOf(padded(MAX_IMAGE_BYTES))).toBe('accepted');
  expect(await refusalOf(padded(MAX_IMAGE_BYTES + 1))).toBe('image_too_large');
});
