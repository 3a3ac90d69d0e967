import type { DemoProduct } from './types.ts';

export const moreOutdoorsProducts: DemoProduct[] = [
  {
    name: 'City bicycle',
    category: 'wheels-and-water',
    priceCents: 74900,
    description:
      'A steel frame, seven hub gears, mudguards and a dynamo, ready to ride after turning the bars. Every bolt is a standard size that any workshop stocks. At 16 kg it prefers a ground-floor shed to a fourth-floor flat.',
    images: [{ file: '1f6b2', alt: 'Bicycle with a red frame and purple tyres' }],
    variants: [
      { sku: 'OUT-BICYCLE-SMA', options: { Frame: 'Small' }, stock: 6 },
      { sku: 'OUT-BICYCLE-MED', options: { Frame: 'Medium' }, stock: 9 },
      { sku: 'OUT-BICYCLE-LAR', options: { Frame: 'Large' }, stock: 5 },
    ],
  },
  {
    name: 'Kick scooter',
    category: 'wheels-and-water',
    priceCents: 13900,
    tagline: 'Folds in one move',
    description:
      'Big 200 mm wheels roll over cobbles that stop smaller ones dead. The bar adjusts from a ten-year-old to an adult of 1.90 m. On wet leaves the rear brake is more of a suggestion.',
    images: [{ file: '1f6f4', alt: 'Light blue scooter' }],
    variants: [{ sku: 'OUT-SCOOTER', options: {}, stock: 20 }],
  },
  {
    name: 'Bicycle lamp',
    category: 'wheels-and-water',
    priceCents: 3250,
    tagline: 'USB-C',
    description:
      'Fifty lux with a cut-off edge that does not dazzle oncoming riders, in a rubber strap that fits any bar. Three hours on full, nine on low. Sold without a rear light.',
    images: [
      { file: '1f526', alt: 'Silver torch throwing yellow light' },
      { file: '1f6b2', alt: 'Bicycle with a red frame and purple tyres' },
    ],
    variants: [{ sku: 'OUT-BIKELAMP', options: {}, stock: 39 }],
  },
  {
    name: 'Open canoe',
    category: 'wheels-and-water',
    priceCents: 169000,
    tagline: 'Cedar strip, 4.5 m',
    description:
      'Red cedar under clear epoxy, ash gunwales and two caned seats, built to order by a yard of three people. It carries 270 kg and turns on a plate. One person can portage its 29 kg, just about; we deliver to the kerb.',
    images: [{ file: '1f6f6', alt: 'Wooden canoe with a paddle on blue water' }],
    variants: [{ sku: 'OUT-CANOE', options: {}, stock: 2 }],
  },
  {
    name: 'Snorkel set',
    category: 'wheels-and-water',
    priceCents: 4600,
    description:
      'Tempered glass close to the eyes, a soft skirt and a tube with a splash guard. The buckles adjust with the mask on. Beards break the seal; a little petroleum jelly helps.',
    images: [{ file: '1f93f', alt: 'Red diving mask with a snorkel' }],
    variants: [
      { sku: 'OUT-SNORKEL-JUN', options: { Size: 'Junior' }, stock: 14 },
      { sku: 'OUT-SNORKEL-REG', options: { Size: 'Regular' }, stock: 28 },
      { sku: 'OUT-SNORKEL-WID', options: { Size: 'Wide' }, stock: 10 },
    ],
  },
  {
    name: 'Garden parasol',
    category: 'garden',
    priceCents: 9800,
    description:
      'Solution-dyed acrylic that keeps its stripes, on a two-part eucalyptus pole. It tilts on one side and closes with a pulley. Fold it when the wind rises, and buy a base of at least 25 kg.',
    images: [{ file: '26f1-fe0f', alt: 'Red and white striped parasol in the sand' }],
    variants: [
      { sku: 'OUT-PARASOL-2', options: { Span: '2 m' }, stock: 12 },
      { sku: 'OUT-PARASOL-27', options: { Span: '2.7 m' }, stock: 7, priceCents: 13900 },
    ],
  },
  {
    name: 'Ten-litre bucket',
    category: 'garden',
    priceCents: 1750,
    tagline: 'Food-safe',
    description:
      "Thick blue polyethylene with litre marks, a pouring lip and a handle that stays up when you let go. Apples, weeds, mortar, a spaniel's bath: it has no opinion. Boiling water will soften it.",
    images: [{ file: '1faa3', alt: 'Blue bucket with a handle' }],
    variants: [{ sku: 'OUT-BUCKET', options: {}, stock: 50 }],
  },
  {
    name: 'Potted bay tree',
    category: 'garden',
    priceCents: 2690,
    tagline: 'In terracotta, 40 cm',
    description:
      'A young laurel grown outdoors in the Loire, in a 17 cm pot with a saucer. Leaves for the stew all winter from a sunny sill. Below minus five degrees it has to come inside.',
    images: [
      { file: '1fab4', alt: 'Young plant in a terracotta pot' },
      { file: '1f33f', alt: 'Green sprig of leaves' },
    ],
    variants: [{ sku: 'OUT-BAYTREE', options: {}, stock: 21 }],
  },
  {
    name: 'Column cactus',
    category: 'garden',
    priceCents: 1350,
    description:
      'Slow, upright and grateful for neglect: water it when you remember, then half as much. Raised from seed, never dug up. The spines are real and come off in wool sleeves.',
    images: [{ file: '1f335', alt: 'Green cactus with two arms' }],
    variants: [
      { sku: 'OUT-CACTUS-15', options: { Height: '15 cm' }, stock: 30 },
      { sku: 'OUT-CACTUS-30', options: { Height: '30 cm' }, stock: 12, priceCents: 2750 },
    ],
  },
  {
    name: 'Tulip bulbs, pink',
    category: 'garden',
    priceCents: 890,
    description:
      'Single late tulips, 45 cm tall, from a grower near Lisse. Plant them twice as deep as they are high before the first hard frost. They flower best in year one and more modestly afterwards.',
    images: [
      { file: '1f337', alt: 'Pink tulip' },
      { file: '1f331', alt: 'Seedling in a mound of earth' },
    ],
    variants: [
      { sku: 'OUT-TULIP-10', options: { Bag: '10 bulbs' }, stock: 41 },
      { sku: 'OUT-TULIP-25', options: { Bag: '25 bulbs' }, stock: 36, priceCents: 1890 },
      { sku: 'OUT-TULIP-50', options: { Bag: '50 bulbs' }, stock: 19, priceCents: 3390 },
    ],
  },
];
