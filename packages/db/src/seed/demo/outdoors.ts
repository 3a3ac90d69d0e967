import type { DemoProduct } from './types.ts';

export const outdoorsProducts: DemoProduct[] = [
  {
    name: 'Daypack 18 l',
    category: 'trail-and-snow',
    priceCents: 6490,
    description:
      'Recycled nylon with a waxed hem, a sleeve for a 14-inch laptop and a bottle pocket you can reach while walking. The back panel is stiff enough to carry a thermos without feeling it. Rain stays out for an hour, not for an afternoon.',
    images: [
      { file: '1f392', alt: 'Pink rucksack with an orange zip' },
      { file: '1f9ed', alt: 'Brass compass with a red and white needle' },
    ],
    variants: [
      { sku: 'OUT-DAYPACK-FUC', options: { Colour: 'Fuchsia' }, stock: 23 },
      { sku: 'OUT-DAYPACK-MOS', options: { Colour: 'Moss' }, stock: 19 },
      { sku: 'OUT-DAYPACK-SLA', options: { Colour: 'Slate' }, stock: 0 },
      { sku: 'OUT-DAYPACK-SAN', options: { Colour: 'Sand' }, stock: 12 },
    ],
  },
  {
    name: 'Trail compass',
    category: 'trail-and-snow',
    priceCents: 2990,
    tagline: 'Brass case',
    description:
      'The needle settles in under three seconds and floats in oil that stays liquid down to minus thirty. Two-degree marks, a mirror in the lid and a cord. Keep it a palm away from your phone, or it will point at that.',
    images: [
      { file: '1f9ed', alt: 'Brass compass with a red and white needle' },
      { file: '1f5fa-fe0f', alt: 'Folded map of the world' },
    ],
    variants: [{ sku: 'OUT-COMPASS', options: {}, stock: 37 }],
  },
  {
    name: 'Spotting scope',
    category: 'trail-and-snow',
    priceCents: 21900,
    tagline: '20–60 × 60',
    description:
      'Enough glass to tell a buzzard from a kite at half a mile, on a table tripod with smooth brakes. The eyepiece twists out for people with spectacles. Above forty times, warm air shimmers more than the optics.',
    images: [{ file: '1f52d', alt: 'Telescope on a purple tripod' }],
    variants: [{ sku: 'OUT-SCOPE', options: {}, stock: 4 }],
  },
  {
    name: 'Accessory cord 6 mm',
    category: 'trail-and-snow',
    priceCents: 1290,
    description:
      'Braided polyester over a nylon core, bright enough to find in grass. It ties down a tarpaulin, hangs a hammock or holds a boat roof rack. Strong as it is, nobody should climb on it.',
    images: [{ file: '1faa2', alt: 'Blue and white rope tied in a knot' }],
    variants: [
      { sku: 'OUT-CORD-10', options: { Length: '10 m' }, stock: 46 },
      { sku: 'OUT-CORD-20', options: { Length: '20 m' }, stock: 35, priceCents: 2290 },
      { sku: 'OUT-CORD-50', options: { Length: '50 m' }, stock: 14, priceCents: 4990 },
    ],
  },
  {
    name: 'Snow goggles',
    category: 'trail-and-snow',
    priceCents: 7800,
    description:
      'A cylindrical double lens that shrugs off fog, triple foam and a strap with silicone beads that grips a helmet. Two tints: amber for flat light, blue for bright days. Small spectacles fit underneath, large ones do not.',
    images: [{ file: '1f97d', alt: 'Blue goggles with a strap' }],
    variants: [
      { sku: 'OUT-GOGGLES-AMB-SMA', options: { Lens: 'Amber', Fit: 'Small' }, stock: 11 },
      { sku: 'OUT-GOGGLES-AMB-LAR', options: { Lens: 'Amber', Fit: 'Large' }, stock: 16 },
      { sku: 'OUT-GOGGLES-BLU-SMA', options: { Lens: 'Blue', Fit: 'Small' }, stock: 9 },
      { sku: 'OUT-GOGGLES-BLU-LAR', options: { Lens: 'Blue', Fit: 'Large' }, stock: 20 },
    ],
  },
  {
    name: 'Beech toboggan',
    category: 'trail-and-snow',
    priceCents: 8990,
    tagline: 'Steel runners',
    description:
      'Curved slats on bent runners, 110 cm long, room for one adult or two children who get on. The joints are riveted so they flex over bumps. Steering is done with the heels.',
    images: [{ file: '1f6f7', alt: 'Wooden sledge with red runners' }],
    variants: [{ sku: 'OUT-TOBOGGAN', options: {}, stock: 16 }],
  },
  {
    name: 'Ridge tent',
    category: 'camping',
    priceCents: 25900,
    description:
      'Two poles, nine pegs and ten minutes. The flysheet holds back 3000 mm of water and the porch takes two wet rucksacks. Packed, the smaller one weighs 2.9 kg: fine by bicycle, heavy on a long walk.',
    images: [
      { file: '26fa', alt: 'Green tent under a crescent moon' },
      { file: '1f3d5-fe0f', alt: 'Yellow tent in a clearing with trees' },
    ],
    variants: [
      { sku: 'OUT-TENT-2', options: { Berths: '2 people' }, stock: 13 },
      { sku: 'OUT-TENT-3', options: { Berths: '3 people' }, stock: 8, priceCents: 31900 },
    ],
  },
  {
    name: 'Hand torch',
    category: 'camping',
    priceCents: 3400,
    tagline: '300 lumens',
    description:
      'A machined aluminium tube with a glass lens and one switch that does three things. Two AA cells give six hours on the middle setting. On full it becomes too warm to hold after twenty minutes.',
    images: [
      { file: '1f526', alt: 'Silver torch throwing yellow light' },
      { file: '1f50b', alt: 'Green battery' },
    ],
    variants: [{ sku: 'OUT-TORCH', options: {}, stock: 43 }],
  },
  {
    name: 'Camp mug',
    category: 'camping',
    priceCents: 1250,
    description:
      'Double enamel on steel, rolled rim, 400 ml. Put it straight on the stove to warm the last of the coffee. The rim gets hot enough to teach you patience.',
    images: [
      { file: '2615', alt: 'Pale cup of black coffee on a saucer, seen from above' },
      { file: '1f525', alt: 'Orange flame' },
    ],
    variants: [
      { sku: 'OUT-CAMPMUG-WHI', options: { Colour: 'White' }, stock: 33 },
      { sku: 'OUT-CAMPMUG-FER', options: { Colour: 'Fern' }, stock: 26 },
      { sku: 'OUT-CAMPMUG-TAN', options: { Colour: 'Tangerine' }, stock: 15 },
    ],
  },
  {
    name: 'Picnic basket',
    category: 'camping',
    priceCents: 5400,
    tagline: 'Willow',
    description:
      'Full-cane willow with a plaited handle, 38 cm long, lined with cotton that buttons out. It swallows a loaf, two bottles and a cheese with room for plums. No lid; a tea towel does the job.',
    images: [{ file: '1f9fa', alt: 'Woven basket with a handle' }],
    variants: [{ sku: 'OUT-PICNIC', options: {}, stock: 18 }],
  },
  {
    name: 'Fire bowl',
    category: 'camping',
    priceCents: 12800,
    tagline: '55 cm',
    description:
      'Three millimetres of raw steel on three welded legs, deep enough that sparks stay home. It rusts to an even brown in one season and then stops. Stand it on stone or earth, never on decking.',
    images: [
      { file: '1f525', alt: 'Orange flame' },
      { file: '1fab5', alt: 'Log with two cut branches' },
    ],
    variants: [{ sku: 'OUT-FIREBOWL', options: {}, stock: 7 }],
  },
  {
    name: 'Kiln-dried birch logs',
    category: 'camping',
    priceCents: 1590,
    description:
      'Split to 25 cm and dried below eighteen per cent, so they catch from a single sheet of newspaper. Little smoke and a bright flame, though birch burns faster than oak. Store the net off the ground.',
    images: [{ file: '1fab5', alt: 'Log with two cut branches' }],
    variants: [
      { sku: 'OUT-LOGS-10', options: { Net: '10 kg' }, stock: 54 },
      { sku: 'OUT-LOGS-20', options: { Net: '20 kg' }, stock: 22, priceCents: 2890 },
    ],
  },
];
