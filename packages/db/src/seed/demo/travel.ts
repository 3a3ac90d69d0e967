import type { DemoProduct } from './types.ts';

export const travelProducts: DemoProduct[] = [
  {
    name: 'Cabin suitcase',
    category: 'bags',
    priceCents: 17900,
    description:
      'A polycarbonate shell of 38 litres on four wheels that can be swapped with one screwdriver. The handle locks at three heights and has no rattle. Some budget airlines count the wheels, so check their limits.',
    images: [
      { file: '1f9f3', alt: 'Blue suitcase with a luggage tag' },
      { file: '1f3f7-fe0f', alt: 'Yellow tag on a ring' },
    ],
    variants: [
      { sku: 'TRV-CABIN-BLU', options: { Colour: 'Blue' }, stock: 16 },
      { sku: 'TRV-CABIN-GRA', options: { Colour: 'Graphite' }, stock: 14 },
      { sku: 'TRV-CABIN-FER', options: { Colour: 'Fern' }, stock: 0 },
    ],
  },
  {
    name: 'Leather briefcase',
    category: 'bags',
    priceCents: 28500,
    tagline: 'Fits 15-inch laptop',
    description:
      'Bridle leather with hand-painted edges, two gussets and a brass lock that closes with a thud. There is a strap in the front pocket for long platforms. Empty it already weighs 1.6 kg.',
    images: [{ file: '1f4bc', alt: 'Brown leather briefcase' }],
    variants: [{ sku: 'TRV-BRIEFCASE', options: {}, stock: 1 }],
  },
  {
    name: 'Canvas weekend bag',
    category: 'bags',
    priceCents: 11800,
    description:
      "Twenty-ounce canvas above, leather below, and a wide mouth that opens like a doctor's. Thirty-two litres take two nights, or three if you are modest. The base is not stiffened and sags when half full.",
    images: [{ file: '1f45c', alt: 'Brown and cream bag with two handles' }],
    variants: [
      { sku: 'TRV-WEEKEND-COC', options: { Colour: 'Cocoa' }, stock: 13 },
      { sku: 'TRV-WEEKEND-NAV', options: { Colour: 'Navy' }, stock: 18 },
    ],
  },
  {
    name: 'Wash bag',
    category: 'bags',
    priceCents: 2650,
    description:
      'Coated cotton that wipes clean, one zip, one inner pocket and a loop for the hook on the door. A full-size toothpaste lies flat in it. Steam does no harm, but leaking shampoo stains the lining.',
    images: [
      { file: '1f45d', alt: 'Pink zipped pouch' },
      { file: '1faa5', alt: 'Red toothbrush' },
    ],
    variants: [
      { sku: 'TRV-WASHBAG-SMA', options: { Size: 'Small' }, stock: 34 },
      { sku: 'TRV-WASHBAG-LAR', options: { Size: 'Large' }, stock: 27, priceCents: 3250 },
    ],
  },
  {
    name: 'Market tote bag',
    category: 'bags',
    priceCents: 1990,
    description:
      'Organic canvas with handles long enough for a winter coat and a gusset wide enough for a watermelon. It carries 15 kg without complaint. Fresh from the machine it looks like a dishcloth until ironed.',
    images: [
      { file: '1f6cd-fe0f', alt: 'Blue and yellow shopping bags' },
      { file: '1f9fa', alt: 'Woven basket with a handle' },
    ],
    variants: [
      { sku: 'TRV-TOTE-BLU', options: { Colour: 'Blue' }, stock: 52 },
      { sku: 'TRV-TOTE-MUS', options: { Colour: 'Mustard' }, stock: 38 },
    ],
  },
];
