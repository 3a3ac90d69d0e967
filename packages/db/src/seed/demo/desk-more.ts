import type { DemoProduct } from './types.ts';

export const moreDeskProducts: DemoProduct[] = [
  {
    name: 'Steel ruler',
    category: 'paper-and-tools',
    priceCents: 790,
    description:
      'Etched, not printed, with half-millimetres along the first ten centimetres. Cork on the underside stops it from sliding when you cut. The corners are properly sharp.',
    images: [
      { file: '1f4cf', alt: 'Straight grey ruler' },
      { file: '1f4d0', alt: 'Triangular grey ruler' },
    ],
    variants: [
      { sku: 'DSK-RULER-15', options: { Length: '15 cm' }, stock: 49 },
      { sku: 'DSK-RULER-30', options: { Length: '30 cm' }, stock: 58, priceCents: 1190 },
      { sku: 'DSK-RULER-50', options: { Length: '50 cm' }, stock: 21, priceCents: 1790 },
    ],
  },
  {
    name: 'Paper scissors',
    category: 'paper-and-tools',
    priceCents: 2250,
    description:
      'Forged in Solingen, 18 cm long, tightened with a screw you can reach. The left-handed pair is truly mirrored, blades as well as grips. Use them on tape and you will be cleaning glue.',
    images: [{ file: '2702-fe0f', alt: 'Scissors with red handles' }],
    variants: [
      { sku: 'DSK-SCISSORS-RIG', options: { Hand: 'Right' }, stock: 32 },
      { sku: 'DSK-SCISSORS-LEF', options: { Hand: 'Left' }, stock: 14 },
    ],
  },
  {
    name: 'Wire waste bin',
    category: 'paper-and-tools',
    priceCents: 2800,
    tagline: '28 cm wide',
    description:
      "Galvanised mesh with a rolled rim, tall enough to hit from a swivel chair. It holds a week of envelopes. Pencil shavings fall through, so line it with yesterday's paper.",
    images: [{ file: '1f5d1-fe0f', alt: 'Grey wire waste basket' }],
    variants: [{ sku: 'DSK-BIN', options: {}, stock: 24 }],
  },
  {
    name: 'Filing cabinet',
    category: 'paper-and-tools',
    priceCents: 16800,
    description:
      'Powder-coated steel on ball-bearing runners with room for hanging folders up to foolscap. One key locks every drawer. Only one drawer opens at a time, which is annoying until the day it saves your toes.',
    images: [
      { file: '1f5c4-fe0f', alt: 'Dark filing cabinet with two drawers' },
      { file: '1f4c1', alt: 'Yellow folder' },
    ],
    variants: [
      { sku: 'DSK-CABINET-2', options: { Drawers: '2' }, stock: 9 },
      { sku: 'DSK-CABINET-3', options: { Drawers: '3' }, stock: 6, priceCents: 21400 },
    ],
  },
  {
    name: 'Letter scales',
    category: 'paper-and-tools',
    priceCents: 6400,
    tagline: 'Up to 250 g',
    description:
      'Two brass pans and a beam on an agate edge, with six weights in a walnut block. Accurate to half a gram, if the table is level and nobody slams a door. For parcels you will need something else.',
    images: [
      { file: '2696-fe0f', alt: 'Golden balance with two pans' },
      { file: '2709-fe0f', alt: 'White envelope' },
    ],
    variants: [{ sku: 'DSK-SCALES', options: {}, stock: 0 }],
  },
  {
    name: 'Compact keyboard',
    category: 'workspace',
    priceCents: 9200,
    description:
      'Eighty-four keys with scissor switches, a metal plate and legends that are moulded through the cap. Talks to three machines by radio or to one by cable. Without a number block, accountants may sulk.',
    images: [{ file: '2328-fe0f', alt: 'Light grey keyboard' }],
    variants: [
      { sku: 'DSK-KEYBOARD-UK', options: { Layout: 'UK' }, stock: 26 },
      { sku: 'DSK-KEYBOARD-GER', options: { Layout: 'German' }, stock: 19 },
      { sku: 'DSK-KEYBOARD-FRE', options: { Layout: 'French' }, stock: 13 },
    ],
  },
  {
    name: 'Quiet mouse',
    category: 'workspace',
    priceCents: 3800,
    description:
      'Clicks at about a third of the usual volume, which colleagues will notice before you do. The sensor copes with wood and cloth, only clear glass defeats it. A single AA cell lasts ten months.',
    images: [{ file: '1f5b1-fe0f', alt: 'White computer mouse' }],
    variants: [
      { sku: 'DSK-MOUSE-WHI', options: { Colour: 'White' }, stock: 41 },
      { sku: 'DSK-MOUSE-GRA', options: { Colour: 'Graphite' }, stock: 35 },
    ],
  },
  {
    name: 'Thumb trackball',
    category: 'workspace',
    priceCents: 5990,
    tagline: 'Right hand only',
    description:
      'The hand stays put and a red ball does the travelling, a mercy for sore wrists and crowded desks. Lift out the ball with a pencil to clean it. Allow a week to stop missing buttons.',
    images: [{ file: '1f5b2-fe0f', alt: 'Dark trackball mouse with a red ball' }],
    variants: [{ sku: 'DSK-TRACKBALL', options: {}, stock: 4 }],
  },
  {
    name: 'Clamp desk lamp',
    category: 'workspace',
    priceCents: 7600,
    tagline: 'Two-arm, 80 cm reach',
    description:
      'Sprung steel arms stay where you leave them, and the shade turns so it never shines in a camera. Takes one E27 bulb, which is included. The clamp grips table tops up to 5 cm, no thicker.',
    images: [{ file: '1f4a1', alt: 'Glowing yellow light bulb' }],
    variants: [{ sku: 'DSK-LAMP', options: {}, stock: 17 }],
  },
  {
    name: 'Oak desk chair',
    category: 'workspace',
    priceCents: 19800,
    description:
      'Four legs rather than castors, a saddle seat and a back that reaches the shoulder blades. Choose a seat height by measuring from the crook of your knee to the floor. It neither tilts nor rolls, and makes you get up now and then.',
    images: [{ file: '1fa91', alt: 'Brown wooden chair with a plain back' }],
    variants: [
      { sku: 'DSK-CHAIR-43', options: { Height: '43 cm' }, stock: 8 },
      { sku: 'DSK-CHAIR-46', options: { Height: '46 cm' }, stock: 11 },
    ],
  },
];
