import type { DemoProduct } from './types.ts';

export const moreLivingProducts: DemoProduct[] = [
  {
    name: 'Mantel clock',
    category: 'clocks-and-accents',
    priceCents: 9400,
    tagline: 'Chimes, or does not',
    description:
      'A walnut case 24 cm wide, a quartz movement and a chime with a switch on the back. The dial has plain figures you can read from the far chair. Solid as it looks, the top is veneer.',
    images: [{ file: '1f570-fe0f', alt: 'Brown mantel clock with a pale dial' }],
    variants: [{ sku: 'LIV-MANTEL', options: {}, stock: 3 }],
  },
  {
    name: 'Station wall clock',
    category: 'clocks-and-accents',
    priceCents: 6200,
    tagline: '30 cm',
    description:
      'Spun aluminium, domed glass, black hands and no numerals to get in the way. The sweep movement runs silently on one AA cell for roughly a year. Like all such movements it loses half a minute a month.',
    images: [{ file: '1f550', alt: 'Round wall clock with a grey rim and a white dial' }],
    variants: [{ sku: 'LIV-WALLCLOCK', options: {}, stock: 22 }],
  },
  {
    name: 'Twin-bell alarm clock',
    category: 'clocks-and-accents',
    priceCents: 2750,
    tagline: 'Wind-up',
    description:
      'Wound each night with a key on the back, it runs for thirty hours and needs neither battery nor phone. Luminous dots mark the quarters. Loud is an understatement, and light sleepers will hear the tick.',
    images: [{ file: '23f0', alt: 'Red alarm clock with two yellow bells' }],
    variants: [{ sku: 'LIV-ALARM', options: {}, stock: 31 }],
  },
  {
    name: 'Amphora vase',
    category: 'clocks-and-accents',
    priceCents: 4800,
    tagline: 'Waterproof inside',
    description:
      'Wheel-thrown earthenware, 31 cm high, with a scratched key pattern round the middle. Glazed on the inside for branches and tall tulips. Top-heavy when empty: a handful of gravel steadies it.',
    images: [
      { file: '1f3fa', alt: 'Brown amphora with two handles and a key pattern' },
      { file: '1f337', alt: 'Pink tulip' },
    ],
    variants: [{ sku: 'LIV-AMPHORA', options: {}, stock: 12 }],
  },
  {
    name: 'Framed landscape print',
    category: 'clocks-and-accents',
    priceCents: 4500,
    description:
      'Hills and a sun by the illustrator Mara Lindt, printed in nine inks on cotton paper. The frame is solid alder with acrylic in place of glass. Colours hold for decades, though not opposite a south window.',
    images: [{ file: '1f5bc-fe0f', alt: 'Landscape with hills in a wooden frame' }],
    variants: [
      { sku: 'LIV-PRINT-A4', options: { Size: 'A4' }, stock: 25 },
      { sku: 'LIV-PRINT-A3', options: { Size: 'A3' }, stock: 18, priceCents: 6500 },
      { sku: 'LIV-PRINT-A2', options: { Size: 'A2' }, stock: 7, priceCents: 9800 },
    ],
  },
  {
    name: 'Glass wind chime',
    category: 'clocks-and-accents',
    priceCents: 2390,
    tagline: 'Hand-blown',
    description:
      'A glass bowl painted from the inside, a clapper and a strip of paper to catch the air. One clear note, at about the volume of a spoon on a cup. Bring it in before a storm.',
    images: [{ file: '1f390', alt: 'Blue glass wind chime with a paper strip' }],
    variants: [{ sku: 'LIV-WINDCHIME', options: {}, stock: 20 }],
  },
  {
    name: 'Olive oil soap',
    category: 'bath-and-household',
    priceCents: 650,
    description:
      'Saponified cold, cut by hand and dried on racks for eight weeks. A bar weighs 110 g and lasts one person about a month. Let it dry between showers, or it turns to jelly.',
    images: [
      { file: '1f9fc', alt: 'Pink bar of soap with bubbles' },
      { file: '1f9fd', alt: 'Yellow bath sponge' },
    ],
    variants: [
      { sku: 'LIV-SOAP-ROS', options: { Scent: 'Rose' }, stock: 44 },
      { sku: 'LIV-SOAP-RSM', options: { Scent: 'Rosemary' }, stock: 38 },
      { sku: 'LIV-SOAP-UNS', options: { Scent: 'Unscented' }, stock: 57 },
    ],
  },
  {
    name: 'Rain shower head',
    category: 'bath-and-household',
    priceCents: 5800,
    tagline: '20 cm',
    description:
      'Brass under chrome, with a ball joint and sixty silicone nozzles that shed limescale when you rub them. It screws on to any half-inch arm without a plumber. Below 1.5 bar of pressure the rain becomes a drizzle.',
    images: [{ file: '1f6bf', alt: 'Shower head with falling water' }],
    variants: [{ sku: 'LIV-SHOWER', options: {}, stock: 0 }],
  },
  {
    name: 'Safety razor',
    category: 'bath-and-household',
    priceCents: 3600,
    tagline: 'Ten blades included',
    description:
      'One edge, a long handle with a knurled grip and a head that opens with a quarter turn. Refills are the standard double-edged kind and cost cents. Expect a nick or two in the first week.',
    images: [{ file: '1fa92', alt: 'Blue razor' }],
    variants: [{ sku: 'LIV-RAZOR', options: {}, stock: 4 }],
  },
  {
    name: 'Corn broom',
    category: 'bath-and-household',
    priceCents: 1990,
    tagline: 'Five seams',
    description:
      'Sorghum straw bound with wire to a stained ash handle, 120 cm long. It takes dust out of floorboards that a plastic brush only pushes along. New straw sheds for the first few sweeps.',
    images: [
      { file: '1f9f9', alt: 'Straw broom with a wooden handle' },
      { file: '1faa3', alt: 'Blue bucket with a handle' },
    ],
    variants: [{ sku: 'LIV-BROOM', options: {}, stock: 25 }],
  },
];
