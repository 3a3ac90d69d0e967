import type { DemoProduct } from './types.ts';

export const moreKitchenProducts: DemoProduct[] = [
  {
    name: 'Dinner plates, set of four',
    category: 'tableware',
    priceCents: 5600,
    description:
      'Vitrified stoneware, 27 cm across, with a raised rim that keeps sauce where it belongs. They stack without scratching because the foot is polished. Steel cutlery leaves faint grey marks that come off with baking soda.',
    images: [{ file: '1f37d-fe0f', alt: 'White plate between a fork and a knife' }],
    variants: [
      { sku: 'KIT-PLATES-CHA', options: { Colour: 'Chalk' }, stock: 25 },
      { sku: 'KIT-PLATES-SAG', options: { Colour: 'Sage' }, stock: 13 },
      { sku: 'KIT-PLATES-INK', options: { Colour: 'Ink' }, stock: 17 },
    ],
  },
  {
    name: 'Cutlery set',
    category: 'tableware',
    priceCents: 7200,
    description:
      'Plain 18/10 steel, 3 mm thick, matt on the handle and bright on the business end. Sixteen pieces lay the table for four, twenty-four for six. The knives are serrated and cannot be sharpened.',
    images: [
      { file: '1f374', alt: 'Steel fork and knife side by side' },
      { file: '1f944', alt: 'Steel table spoon' },
    ],
    variants: [
      { sku: 'KIT-CUTLERY-16', options: { Pieces: '16' }, stock: 18 },
      { sku: 'KIT-CUTLERY-24', options: { Pieces: '24' }, stock: 11, priceCents: 10400 },
    ],
  },
  {
    name: 'Wine glasses, pair',
    category: 'tableware',
    priceCents: 2600,
    tagline: '350 ml each',
    description:
      'Machine-blown crystal without lead, with one bowl shape that treats red and white fairly. The stem is 9 cm and drawn in one piece with the foot. They survive the dishwasher but not the sink full of pans.',
    images: [{ file: '1f377', alt: 'Stemmed glass of red wine' }],
    variants: [{ sku: 'KIT-WINEGLASS', options: {}, stock: 40 }],
  },
  {
    name: 'Stacking tumblers',
    category: 'tableware',
    priceCents: 1800,
    description:
      'Toughened glass, 250 ml, with a small shoulder that stops a stack from jamming. They bounce more often than they break. When one does go, it goes into a thousand blunt crumbs.',
    images: [
      { file: '1f95b', alt: 'Tall straight-sided glass of milk' },
      { file: '1fad7', alt: 'Tilted glass with water pouring out' },
    ],
    variants: [
      { sku: 'KIT-TUMBLER-4', options: { Set: '4 glasses' }, stock: 32 },
      { sku: 'KIT-TUMBLER-6', options: { Set: '6 glasses' }, stock: 26, priceCents: 2550 },
    ],
  },
  {
    name: 'Cherry chopsticks',
    category: 'tableware',
    priceCents: 1390,
    tagline: 'Two pairs',
    description:
      'Lacquered cherry wood, 23 cm long, square in the hand and round at the tip. Fine grooves at the end keep hold of noodles. The lacquer wears away at the tips after two or three years of daily use.',
    images: [{ file: '1f962', alt: 'Pair of red and black chopsticks' }],
    variants: [{ sku: 'KIT-CHOPSTICKS', options: {}, stock: 45 }],
  },
  {
    name: 'Sake set',
    category: 'tableware',
    priceCents: 3450,
    tagline: 'Flask and cup',
    description:
      'A white porcelain flask for 180 ml and one straight cup with a blue band inside. Stand the flask in hot water for three minutes to warm it. Only one cup comes with it, for the evenings that need it.',
    images: [{ file: '1f376', alt: 'White sake flask beside a small cup' }],
    variants: [{ sku: 'KIT-SAKE', options: {}, stock: 3 }],
  },
  {
    name: 'Beer mug 0.5 l',
    category: 'tableware',
    priceCents: 1150,
    tagline: 'Thick pressed glass',
    description:
      'Dimpled panels, a handle for the whole hand and a calibration line at half a litre. Empty, it weighs 780 g. Keep it out of the freezer, where the thick base may crack.',
    images: [{ file: '1f37a', alt: 'Glass mug of beer with foam and a handle' }],
    variants: [{ sku: 'KIT-BEERMUG', options: {}, stock: 52 }],
  },
  {
    name: 'Storage jar',
    category: 'pantry',
    priceCents: 990,
    description:
      'Borosilicate glass with a lid that presses shut on a silicone ring. Rice, lentils and coffee stay dry; the straight walls leave no corner for a spoon to miss. It keeps out air but is not meant for preserving under heat.',
    images: [{ file: '1fad9', alt: 'Clear glass jar with a blue lid and a blank label' }],
    variants: [
      { sku: 'KIT-JAR-05', options: { Volume: '0.5 l' }, stock: 56 },
      { sku: 'KIT-JAR-1', options: { Volume: '1 l' }, stock: 48, priceCents: 1290 },
      { sku: 'KIT-JAR-2', options: { Volume: '2 l' }, stock: 30, priceCents: 1690 },
    ],
  },
  {
    name: 'Honey pot',
    category: 'pantry',
    priceCents: 2200,
    tagline: 'Holds 500 g',
    description:
      'Salt-glazed earthenware with a band left bare for grip and a notch in the lid for a dipper. A whole jar from the beekeeper fits. Honey sets in a cold larder, so stand the pot in warm water first.',
    images: [{ file: '1f36f', alt: 'Brown clay pot with honey running over the rim' }],
    variants: [{ sku: 'KIT-HONEYPOT', options: {}, stock: 19 }],
  },
  {
    name: 'Glass salt shaker',
    category: 'pantry',
    priceCents: 850,
    tagline: '90 ml',
    description:
      'Six holes in a stainless top, eight flat sides to hold on to, and a thread that has not yet seized on us. A few grains of rice keep the salt loose. Coarse crystals will not come through.',
    images: [{ file: '1f9c2', alt: 'Glass salt shaker with a steel top' }],
    variants: [{ sku: 'KIT-SALT', options: {}, stock: 58 }],
  },
  {
    name: 'Lunch box, two tiers',
    category: 'pantry',
    priceCents: 3290,
    description:
      'Two trays of 400 ml, a divider you can move and an elastic strap round the lot. The lower tray seals well enough for dressing; the upper one only keeps crumbs in. Take off the lid before warming it.',
    images: [{ file: '1f371', alt: 'Black lunch box packed with rice, prawn and greens' }],
    variants: [
      { sku: 'KIT-LUNCHBOX-BLA', options: { Colour: 'Black' }, stock: 24 },
      { sku: 'KIT-LUNCHBOX-BRI', options: { Colour: 'Brick' }, stock: 16 },
    ],
  },
];
