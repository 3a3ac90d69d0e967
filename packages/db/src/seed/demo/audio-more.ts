import type { DemoProduct } from './types.ts';

export const moreAudioProducts: DemoProduct[] = [
  {
    name: 'Parlour guitar',
    category: 'instruments',
    priceCents: 24900,
    tagline: 'Spruce top',
    description:
      'A small body with a solid spruce top, a 628 mm scale and a neck for hands of any size. The voice is dry and close, made for fingerpicking in a kitchen. Strummed hard it runs out of breath.',
    images: [
      { file: '1f3b8', alt: 'Red guitar with a white scratchplate' },
      { file: '1f3bc', alt: 'Musical score with a treble clef' },
    ],
    variants: [{ sku: 'AUD-PARLOUR', options: {}, stock: 11 }],
  },
  {
    name: 'Student violin',
    category: 'instruments',
    priceCents: 21000,
    description:
      'Spruce and maple, ebony pegs that turn without sticking, bow and hard case included. Set up by a luthier in Lyon before it ships. The strings are decent steel; swap them for synthetic core after the first year.',
    images: [
      { file: '1f3bb', alt: 'Dark brown violin with its bow' },
      { file: '1f3bc', alt: 'Musical score with a treble clef' },
    ],
    variants: [
      { sku: 'AUD-VIOLIN-12', options: { Size: '1/2' }, stock: 5 },
      { sku: 'AUD-VIOLIN-34', options: { Size: '3/4' }, stock: 7 },
      { sku: 'AUD-VIOLIN-44', options: { Size: '4/4' }, stock: 12, priceCents: 23900 },
    ],
  },
  {
    name: 'Button accordion',
    category: 'instruments',
    priceCents: 62000,
    tagline: '21 buttons, 8 basses',
    description:
      'A diatonic box in G and C with steel reeds and leather straps, weighing 3.1 kg. Bellows with fourteen folds give long phrases. It plays two keys very well and all others not at all.',
    images: [{ file: '1fa97', alt: 'Red and white accordion' }],
    variants: [{ sku: 'AUD-ACCORDION', options: {}, stock: 1 }],
  },
  {
    name: 'Rope djembe',
    category: 'instruments',
    priceCents: 13500,
    description:
      'Carved from one piece of mahogany and headed with goatskin, laced with pre-stretched cord. Warm bass in the middle, a crisp slap at the rim. The skin drops in pitch on damp days and needs pulling up.',
    images: [{ file: '1fa98', alt: 'Wooden goblet drum with rope lacing' }],
    variants: [
      { sku: 'AUD-DJEMBE-40', options: { Height: '40 cm' }, stock: 10 },
      { sku: 'AUD-DJEMBE-60', options: { Height: '60 cm' }, stock: 6, priceCents: 18900 },
    ],
  },
  {
    name: 'Snare drum 14 inch',
    category: 'instruments',
    priceCents: 16800,
    tagline: 'Birch shell',
    description:
      'Six plies of birch, coated heads, ten lugs and a strainer that clicks off silently. A pair of 5A sticks is in the bag. Neighbours should be consulted; a practice pad is not included.',
    images: [{ file: '1f941', alt: 'Red drum with two drumsticks' }],
    variants: [{ sku: 'AUD-SNARE', options: {}, stock: 9 }],
  },
  {
    name: 'Maple recorder',
    category: 'instruments',
    priceCents: 4250,
    tagline: 'German fingering',
    description:
      'A soprano in three parts, waxed right through, with a cleaning rod and a cotton pouch. The tone is rounder than plastic and kinder to the room. Play it for fifteen minutes a day at first so the wood settles.',
    images: [{ file: '1fa88', alt: 'Wooden recorder' }],
    variants: [{ sku: 'AUD-RECORDER', options: {}, stock: 34 }],
  },
  {
    name: 'Desk microphone',
    category: 'recording',
    priceCents: 11500,
    description:
      'A cardioid condenser on a weighted stand that keeps out keyboard noise from behind. Choose USB for a laptop or XLR for a mixer; the capsule is identical. It hears the fridge, too.',
    images: [
      { file: '1f399-fe0f', alt: 'Grey studio microphone on a stand' },
      { file: '1f3a7', alt: 'Silver-grey headphones' },
    ],
    variants: [
      { sku: 'AUD-DESKMIC-USB', options: { Connection: 'USB' }, stock: 27 },
      { sku: 'AUD-DESKMIC-XLR', options: { Connection: 'XLR' }, stock: 14, priceCents: 10500 },
    ],
  },
  {
    name: 'Stage microphone',
    category: 'recording',
    priceCents: 7900,
    tagline: 'Dynamic',
    description:
      "Dented grilles are three euros to replace and the rest is zinc, so it outlives most bands. Rejects feedback well when held straight. Quiet voices need to come within a hand's width.",
    images: [{ file: '1f3a4', alt: 'Handheld microphone with a dark grille' }],
    variants: [{ sku: 'AUD-STAGEMIC', options: {}, stock: 19 }],
  },
  {
    name: 'Four-channel mixer',
    category: 'recording',
    priceCents: 9800,
    tagline: 'Fits in a coat pocket',
    description:
      'Four inputs, four knobs, one output and a mains adapter the size of a matchbox. Quiet preamps and no menu to get lost in. There is no phantom power, so condensers need their own.',
    images: [
      { file: '1f39b-fe0f', alt: 'Panel with four blue control knobs' },
      { file: '1f39a-fe0f', alt: 'Panel with one blue slider' },
    ],
    variants: [{ sku: 'AUD-MIXER', options: {}, stock: 0 }],
  },
  {
    name: 'Controller keyboard',
    category: 'recording',
    priceCents: 11900,
    description:
      'Full-width keys with a light spring, pitch and modulation wheels, and one cable for power and notes. It works with any music program without a driver. On its own it makes no sound whatever.',
    images: [{ file: '1f3b9', alt: 'Black and white piano keys' }],
    variants: [
      { sku: 'AUD-KEYS-25', options: { Keys: '25' }, stock: 22 },
      { sku: 'AUD-KEYS-49', options: { Keys: '49' }, stock: 16, priceCents: 15900 },
    ],
  },
  {
    name: 'Closed-back headphones',
    category: 'recording',
    priceCents: 6900,
    tagline: '3 m cable',
    description:
      'Made for singers: the cups seal tightly so the click track stays out of the take. Coiled lead, screw-on adapter, spare pads in the box. After an hour your ears will want some air.',
    images: [
      { file: '1f3a7', alt: 'Silver-grey headphones' },
      { file: '1f3a4', alt: 'Handheld microphone with a dark grille' },
    ],
    variants: [{ sku: 'AUD-CLOSED', options: {}, stock: 24 }],
  },
];
