import { t } from '@lingui/core/macro';

/** A table of sizes: what the sizes are called, and rows that begin with a size. */
export interface SizeGuide {
  head: string[];
  rows: string[][];
}

const shoes = {
  head: () => ['EU', 'UK', t`Foot in cm`],
  rows: [
    ...[
      ['35', '2½', '22.1'],
      ['36', '3½', '22.8'],
      ['37', '4', '23.5'],
      ['38', '5', '24.1'],
      ['39', '6', '24.8'],
    ],
    ...[
      ['40', '6½', '25.5'],
      ['41', '7½', '26.1'],
      ['42', '8', '26.8'],
      ['43', '9', '27.5'],
      ['44', '9½', '28.1'],
    ],
    ...[
      ['45', '10½', '28.8'],
      ['46', '11', '29.5'],
      ['47', '12', '30.1'],
    ],
  ],
};

const clothes = {
  head: () => [t`Size`, t`Chest in cm`, t`Waist in cm`, t`Hips in cm`],
  rows: [
    ...[
      ['XS', '80–86', '62–68', '86–92'],
      ['S', '86–94', '68–76', '92–98'],
      ['M', '94–102', '76–84', '98–104'],
    ],
    ...[
      ['L', '102–110', '84–94', '104–110'],
      ['XL', '110–120', '94–106', '110–117'],
      ['XXL', '120–130', '106–118', '117–125'],
    ],
  ],
};

/**
 * These sizes with their measures: of shoes (`36`, `38–39`) or clothes (`M`, `S/M`). Null if they are sizes of something
 * else.
 */
export function sizeGuideOf(values: string[]): SizeGuide | null {
  return guideOf(shoes, values, /[–-]/) ?? guideOf(clothes, values, /\//);
}

function guideOf({ head, rows }: typeof shoes, values: string[], between: RegExp): SizeGuide | null {
  const at = (size: string) => rows.findIndex(([name]) => name === size);
  const found = values.flatMap((value) => value.split(between)).map(at);
  if (found.length === 0 || found.includes(-1)) return null;
  return { head: head(), rows: rows.slice(Math.min(...found), Math.max(...found) + 1) };
}
