import type { Sharp } from 'sharp';

export const MAX_PIXELS = 40_000_000;
const MAX_SECONDS = 30;
const MAX_DRAWN_SIDE = 768;

type Decoder = Awaited<ReturnType<typeof load>>;

let loading: Promise<Decoder> | undefined;

/** What decodes images; loaded with the first of them, as it takes some fifteen megabytes. */
export function decoder(): Promise<Decoder> {
  loading ??= load();
  return loading;
}

async function load() {
  const { default: sharp } = await import('sharp');
  // Only the formats that the store accepts, of all that the library can decode. SVG is a program: it is read from files
  // alone, which are the store's own drawings, while what was uploaded is in memory.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: [
      ...['Jpeg', 'Png', 'Nsgif', 'Webp', 'Heif'].map((name) => `VipsForeignLoad${name}Buffer`),
      'VipsForeignLoadSvgFile',
    ],
  });
  // One thread for an image: how many are processed at once is limited, and so is what is left to answer requests.
  sharp.concurrency(1);
  sharp.cache(false);

  /** Opens an image, upright and in sRGB. Damaged or excessive ones fail when they are read. */
  function openImage(input: Buffer | string): Sharp {
    return sharp(input, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .timeout({ seconds: MAX_SECONDS })
      .autoOrient()
      .toColourspace('srgb');
  }

  /** Draws an SVG of the store's own, `side` pixels large. */
  async function drawImage(path: string, side: number): Promise<Sharp> {
    // The edges of filters are drawn without smoothing, which shrinking makes up for. Beyond this size it would take
    // seconds, for screens whose pixels are too small to show it.
    const drawn = Math.max(side, Math.min(1.5 * side, MAX_DRAWN_SIDE));
    const { data, info } = await openImage(path).resize(drawn, drawn).raw().toBuffer({ resolveWithObject: true });
    // This kernel leaves no halo around the edges, which would take a fifth more bytes.
    return sharp(data, { raw: info }).resize(side, side, { kernel: 'mitchell' });
  }

  /** The dimensions in the header, after EXIF rotation, and whether there is an alpha channel. */
  async function readHeader(bytes: Buffer): Promise<{ width: number; height: number; hasAlpha: boolean }> {
    const { autoOrient, hasAlpha } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return { ...autoOrient, hasAlpha };
  }

  return { openImage, drawImage, readHeader };
}
