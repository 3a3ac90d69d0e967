import type { DemoProduct } from './types.ts';

export const livingProducts: DemoProduct[] = [
  {
    name: 'Ash dining chair',
    category: 'furniture',
    priceCents: 14900,
    tagline: 'Solid ash',
    description:
      'Steam-bent ash with a curved back and a seat hollowed by 8 mm. Wedged joints hold it together without a single screw, and it carries 130 kg. The seat is 45 cm high, a touch low for tables above 76 cm.',
    images: [{ file: '1fa91', alt: 'Brown wooden chair with a plain back' }],
    variants: [{ sku: 'LIV-ASHCHAIR', options: {}, stock: 2 }],
  },
  {
    name: 'Two-seat sofa',
    category: 'furniture',
    priceCents: 89000,
    description:
      'A beech frame, pocket springs and covers that zip off for the wash at 30 degrees. It is 164 cm wide and comes through a 72 cm door with its feet unscrewed. Firm for the first month, then it gives.',
    images: [{ file: '1f6cb-fe0f', alt: 'Blue sofa with a floor lamp beside it' }],
    variants: [
      { sku: 'LIV-SOFA-LAK', options: { Colour: 'Lake' }, stock: 7 },
      { sku: 'LIV-SOFA-OAT', options: { Colour: 'Oat' }, stock: 9 },
      { sku: 'LIV-SOFA-RUS', options: { Colour: 'Rust' }, stock: 0 },
    ],
  },
  {
    name: 'Slatted bed frame',
    category: 'furniture',
    priceCents: 54000,
    description:
      'Oiled beech with a sloped headboard and twenty-six sprung slats. Twenty minutes, two people and the enclosed key put it together. Mattress and bedding are not part of it.',
    images: [{ file: '1f6cf-fe0f', alt: 'Bed with a dark frame and blue bedding' }],
    variants: [
      { sku: 'LIV-BED-140', options: { Width: '140 cm' }, stock: 6 },
      { sku: 'LIV-BED-160', options: { Width: '160 cm' }, stock: 11, priceCents: 59000 },
      { sku: 'LIV-BED-180', options: { Width: '180 cm' }, stock: 5, priceCents: 64000 },
    ],
  },
  {
    name: 'Scalloped mirror',
    category: 'furniture',
    priceCents: 11800,
    tagline: '60 × 42 cm',
    description:
      'Clear 4 mm glass in a frame of carved lime wood, gilded with imitation leaf. Two brass plates on the back take ordinary screws. Hang it away from steam: the gilding dulls in a damp bathroom.',
    images: [{ file: '1fa9e', alt: 'Oval mirror in a wavy golden frame' }],
    variants: [{ sku: 'LIV-MIRROR', options: {}, stock: 9 }],
  },
  {
    name: 'Beech step ladder',
    category: 'furniture',
    priceCents: 8600,
    tagline: 'Five rungs',
    description:
      'Leans against a shelf and reaches the row you keep for visitors. The rungs are 32 mm thick and grooved; felt pads protect the wall. Rated to 120 kg, and only indoors.',
    images: [{ file: '1fa9c', alt: 'Dark wooden ladder' }],
    variants: [{ sku: 'LIV-LADDER', options: {}, stock: 14 }],
  },
  {
    name: 'Paper lantern',
    category: 'lighting',
    priceCents: 2400,
    description:
      'Mulberry paper over a spiral of split bamboo, folded flat for the post and open in ten seconds. The light is warm and even enough to read by at the table. Bulb and flex come separately, and it should stay below 9 watts.',
    images: [
      { file: '1f3ee', alt: 'Red and yellow paper lantern with dark ends' },
      { file: '1f4a1', alt: 'Glowing yellow light bulb' },
    ],
    variants: [
      { sku: 'LIV-LANTERN-30', options: { Diameter: '30 cm' }, stock: 37 },
      { sku: 'LIV-LANTERN-45', options: { Diameter: '45 cm' }, stock: 29, priceCents: 3200 },
      { sku: 'LIV-LANTERN-60', options: { Diameter: '60 cm' }, stock: 13, priceCents: 4400 },
    ],
  },
  {
    name: 'Beeswax candle',
    category: 'lighting',
    priceCents: 950,
    tagline: 'Burns for 22 hours',
    description:
      'Poured from clean wax by a beekeeper in the Harz, with a cotton wick that needs trimming to 5 mm. It smells faintly of honey, mostly when it is put out. A saucer underneath is wise.',
    images: [{ file: '1f56f-fe0f', alt: 'Burning cream candle with melted wax' }],
    variants: [{ sku: 'LIV-CANDLE', options: {}, stock: 60 }],
  },
  {
    name: 'Filament bulb',
    category: 'lighting',
    priceCents: 890,
    description:
      'An LED that looks like the old kind, 2200 K, and dims without humming. Four watts stand in for about forty. It takes a blink to start, and it does not get on with dimmers made before 2010.',
    images: [{ file: '1f4a1', alt: 'Glowing yellow light bulb' }],
    variants: [
      { sku: 'LIV-BULB-E14-CLE', options: { Socket: 'E14', Glass: 'Clear' }, stock: 34 },
      { sku: 'LIV-BULB-E14-AMB', options: { Socket: 'E14', Glass: 'Amber' }, stock: 27, priceCents: 1090 },
      { sku: 'LIV-BULB-E27-CLE', options: { Socket: 'E27', Glass: 'Clear' }, stock: 55 },
      { sku: 'LIV-BULB-E27-AMB', options: { Socket: 'E27', Glass: 'Amber' }, stock: 41, priceCents: 1090 },
    ],
  },
  {
    name: 'Terracotta oil lamp',
    category: 'lighting',
    priceCents: 1600,
    tagline: 'Hand-pressed',
    description:
      'A shape that has not changed in two thousand years: a bowl, a lip and a wick. Filled with 40 ml of olive oil it burns for one long dinner. The clay sweats a little, so give it a coaster.',
    images: [{ file: '1fa94', alt: 'Clay oil lamp with a small flame' }],
    variants: [{ sku: 'LIV-OILLAMP', options: {}, stock: 26 }],
  },
  {
    name: 'Arc floor lamp',
    category: 'lighting',
    priceCents: 17900,
    tagline: '1.8 m tall',
    description:
      'A brushed steel stem curves over the arm of a sofa and hangs its linen shade where a book would be. The foot switch works with a slipper on. Eleven kilos of base keep it standing, so moving it takes both arms.',
    images: [
      { file: '1f6cb-fe0f', alt: 'Floor lamp with a yellow shade arching over a blue sofa' },
      { file: '1f4a1', alt: 'Glowing yellow light bulb' },
    ],
    variants: [{ sku: 'LIV-FLOORLAMP', options: {}, stock: 8 }],
  },
  {
    name: 'Mirror ball',
    category: 'lighting',
    priceCents: 3900,
    tagline: '20 cm',
    description:
      'Eight hundred small squares of real glass on a hollow core, with a chain and a hook. A torch across the room does the rest. Motor not included; a twist of the chain lasts about a minute.',
    images: [
      { file: '1faa9', alt: 'Silver mirror ball on a hook' },
      { file: '1f526', alt: 'Silver torch throwing yellow light' },
    ],
    variants: [{ sku: 'LIV-MIRRORBALL', options: {}, stock: 15 }],
  },
];
