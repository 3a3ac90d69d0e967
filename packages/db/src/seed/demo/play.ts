import type { DemoProduct } from './types.ts';

export const playProducts: DemoProduct[] = [
  {
    name: 'Hugo the bear',
    category: 'toys',
    priceCents: 2490,
    tagline: '35 cm',
    description:
      'Brushed cotton plush with stitched eyes, so nothing can be bitten off. Hugo sits up by himself and goes through a gentle wash in a pillowcase. His tummy flattens with love and does not recover.',
    images: [{ file: '1f9f8', alt: 'Orange teddy bear sitting down' }],
    variants: [{ sku: 'PLY-HUGO', options: {}, stock: 0 }],
  },
  {
    name: 'Steam train',
    category: 'toys',
    priceCents: 3400,
    tagline: 'Lime wood',
    description:
      'An engine with turning wheels, a chimney that lifts out and paint that passes the chewing test. It couples to the usual wooden tracks with a magnet. The whistle is left to the driver.',
    images: [
      { file: '1f682', alt: 'Black and red steam engine' },
      { file: '1f6e4-fe0f', alt: 'Railway track' },
    ],
    variants: [{ sku: 'PLY-TRAIN', options: {}, stock: 26 }],
  },
  {
    name: 'Maple yo-yo',
    category: 'toys',
    priceCents: 1390,
    description:
      'Two turned halves on a steel axle, a spare string and a leaflet with six tricks. A plain wooden axle would be prettier; this one actually sleeps. Keep it off stone floors.',
    images: [{ file: '1fa80', alt: 'Purple yo-yo with a star on it' }],
    variants: [
      { sku: 'PLY-YOYO-VIO', options: { Colour: 'Violet' }, stock: 32 },
      { sku: 'PLY-YOYO-NAT', options: { Colour: 'Natural' }, stock: 28 },
    ],
  },
  {
    name: 'Diamond kite',
    category: 'toys',
    priceCents: 2790,
    description:
      'Ripstop nylon on fibreglass spars with two streamers and a hand winder. It lifts in a breeze that barely stirs a flag. One line only, so it flies but does no stunts.',
    images: [{ file: '1fa81', alt: 'Diamond kite in red, yellow and green with a tail' }],
    variants: [
      { sku: 'PLY-KITE-80', options: { Width: '80 cm' }, stock: 25 },
      { sku: 'PLY-KITE-120', options: { Width: '120 cm' }, stock: 13, priceCents: 3990 },
    ],
  },
  {
    name: 'Green tractor',
    category: 'toys',
    priceCents: 2150,
    tagline: 'Steerable',
    description:
      'Pressed tin and rubber tyres, 17 cm long, with a steering wheel that moves the front axle. A hook at the back tows whatever has string. The edges are rolled, but it is not for under-threes.',
    images: [{ file: '1f69c', alt: 'Green tractor with black tyres' }],
    variants: [{ sku: 'PLY-TRACTOR', options: {}, stock: 35 }],
  },
  {
    name: 'Long-necked dinosaur',
    category: 'toys',
    priceCents: 2200,
    description:
      'Corduroy outside and recycled fluff within, with a weighted tail that keeps the neck up. Sized for a pocket or for an armchair. The green fades a little in strong sun, which makes it look older than it is.',
    images: [{ file: '1f995', alt: 'Green long-necked dinosaur' }],
    variants: [
      { sku: 'PLY-DINO-SMA', options: { Size: 'Small' }, stock: 31 },
      { sku: 'PLY-DINO-LAR', options: { Size: 'Large' }, stock: 12, priceCents: 3800 },
    ],
  },
];
