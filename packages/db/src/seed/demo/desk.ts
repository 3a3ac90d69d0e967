import type { DemoProduct } from './types.ts';

export const deskProducts: DemoProduct[] = [
  {
    name: 'Fountain pen',
    category: 'writing',
    priceCents: 4600,
    description:
      'A brushed aluminium barrel and a steel nib that starts at once after a week in the drawer. Takes standard cartridges; a converter is in the box. It will blot on cheap paper.',
    images: [
      { file: '1f58b-fe0f', alt: 'Blue and white fountain pen' },
      { file: '2712-fe0f', alt: 'Pen nib with a gold tip' },
    ],
    variants: [
      { sku: 'DSK-FOUNTAIN-FIN-BLU', options: { Nib: 'Fine', Colour: 'Blue' }, stock: 19 },
      { sku: 'DSK-FOUNTAIN-FIN-BLA', options: { Nib: 'Fine', Colour: 'Black' }, stock: 15 },
      { sku: 'DSK-FOUNTAIN-MED-BLU', options: { Nib: 'Medium', Colour: 'Blue' }, stock: 28 },
      { sku: 'DSK-FOUNTAIN-MED-BLA', options: { Nib: 'Medium', Colour: 'Black' }, stock: 24 },
    ],
  },
  {
    name: 'Brass ballpoint',
    category: 'writing',
    priceCents: 2450,
    description:
      "Turned from solid bar with a clip and a click that nobody will call quiet. Uses the refill you find in every stationer's. The metal tarnishes where fingers rest, and some people polish it.",
    images: [{ file: '1f58a-fe0f', alt: 'Blue ballpoint pen with gold trim' }],
    variants: [
      { sku: 'DSK-BALLPOINT-BLU', options: { Ink: 'Blue' }, stock: 40 },
      { sku: 'DSK-BALLPOINT-BLA', options: { Ink: 'Black' }, stock: 45 },
    ],
  },
  {
    name: 'Drawing pencils',
    category: 'writing',
    priceCents: 1190,
    description:
      'Cedar that sharpens without splintering, round leads glued along their full length. One hardness per box of twelve, because most people use up one and lose the rest. No eraser on the end.',
    images: [
      { file: '270f-fe0f', alt: 'Orange pencil' },
      { file: '1f4dd', alt: 'Sheet of paper with a pencil' },
    ],
    variants: [
      { sku: 'DSK-PENCIL-2H', options: { Hardness: '2H' }, stock: 18 },
      { sku: 'DSK-PENCIL-HB', options: { Hardness: 'HB' }, stock: 57 },
      { sku: 'DSK-PENCIL-2B', options: { Hardness: '2B' }, stock: 39 },
      { sku: 'DSK-PENCIL-6B', options: { Hardness: '6B' }, stock: 22 },
    ],
  },
  {
    name: 'Hardback notebook A5',
    category: 'writing',
    priceCents: 1690,
    description:
      'Sewn in sixteens, so it lies open at any page, with 192 numbered sides of 100 g paper. A ribbon, a pocket, an elastic band. Very wet ink shows faintly on the back.',
    images: [{ file: '1f4d3', alt: 'Dark notebook with a label and an elastic band' }],
    variants: [
      { sku: 'DSK-NOTEBOOK-PLA', options: { Ruling: 'Plain' }, stock: 36 },
      { sku: 'DSK-NOTEBOOK-LIN', options: { Ruling: 'Lined' }, stock: 42 },
      { sku: 'DSK-NOTEBOOK-DOT', options: { Ruling: 'Dotted' }, stock: 51 },
    ],
  },
  {
    name: 'Spiral sketchbook',
    category: 'writing',
    priceCents: 1450,
    tagline: '60 sheets, A4',
    description:
      'Cream cartridge paper of 150 g that bears rubbing out. The double wire lets it fold right round on a lap. Too thin for washes of watercolour, which make it cockle.',
    images: [
      { file: '1f4d2', alt: 'Yellow spiral notebook' },
      { file: '270f-fe0f', alt: 'Orange pencil' },
    ],
    variants: [{ sku: 'DSK-SKETCH', options: {}, stock: 33 }],
  },
  {
    name: 'Wax crayons, box of twelve',
    category: 'writing',
    priceCents: 990,
    tagline: 'Beeswax',
    description:
      'Thick blocks and sticks of pigment in real wax, strong colour without pressing. They melt on a radiator, as one of us found out. Marks come off glass and glaze but not off wallpaper.',
    images: [{ file: '1f58d-fe0f', alt: 'Green wax crayon' }],
    variants: [{ sku: 'DSK-CRAYON', options: {}, stock: 47 }],
  },
];
