import type { DemoProduct } from './types.ts';

export const kitchenProducts: DemoProduct[] = [
  {
    name: 'Stoneware teapot',
    category: 'tea-and-coffee',
    priceCents: 3850,
    description:
      'A round-bellied pot of glazed stoneware with a strainer built into the spout, so loose leaves stay where they are. The small one pours three cups, the large one five. The handle stays cool; the lid knob does not.',
    images: [
      { file: '1fad6', alt: 'Pink teapot with an orange rim' },
      { file: '1f375', alt: 'White cup of steaming tea on a wooden saucer' },
    ],
    variants: [
      { sku: 'KIT-TEAPOT-08', options: { Volume: '0.8 l' }, stock: 24 },
      { sku: 'KIT-TEAPOT-12', options: { Volume: '1.2 l' }, stock: 15, priceCents: 4600 },
    ],
  },
  {
    name: 'Everyday mug',
    category: 'tea-and-coffee',
    priceCents: 1400,
    description:
      'Holds 300 ml and sits squarely on a narrow desk. Thrown in Portugal from speckled clay, with a handle that takes three fingers. Each glaze batch differs slightly, so two mugs bought a year apart may not match.',
    images: [{ file: '2615', alt: 'Pale cup of black coffee on a saucer, seen from above' }],
    variants: [
      { sku: 'KIT-MUG-CHA', options: { Colour: 'Chalk' }, stock: 42 },
      { sku: 'KIT-MUG-MOS', options: { Colour: 'Moss' }, stock: 31 },
      { sku: 'KIT-MUG-INK', options: { Colour: 'Ink' }, stock: 18 },
      { sku: 'KIT-MUG-CLA', options: { Colour: 'Clay' }, stock: 27 },
    ],
  },
  {
    name: 'Tea cup and saucer',
    category: 'tea-and-coffee',
    priceCents: 1890,
    tagline: '200 ml',
    description:
      'Thin white porcelain on a saucer turned from walnut. The wide mouth lets hot tea cool in about four minutes. Wash the saucer by hand: soaking makes the wood crack.',
    images: [{ file: '1f375', alt: 'White cup of steaming tea with a tag, on a wooden saucer' }],
    variants: [{ sku: 'KIT-TEACUP', options: {}, stock: 36 }],
  },
  {
    name: 'Takeaway cup 350 ml',
    category: 'tea-and-coffee',
    priceCents: 1650,
    description:
      'Double-walled polypropylene with a screw lid and a stiff silicone straw for cold drinks. Fits most car holders and the smaller of two coffee machine trays. It is not leakproof on its side, so carry it upright.',
    images: [{ file: '1f964', alt: 'Red and white cup with a lid and a straw' }],
    variants: [
      { sku: 'KIT-TAKE-CHE', options: { Colour: 'Cherry' }, stock: 28 },
      { sku: 'KIT-TAKE-SLA', options: { Colour: 'Slate' }, stock: 22 },
      { sku: 'KIT-TAKE-OAT', options: { Colour: 'Oat' }, stock: 40 },
    ],
  },
  {
    name: 'Maté gourd set',
    category: 'tea-and-coffee',
    priceCents: 2900,
    tagline: 'With metal straw',
    description:
      'A dried calabash with a nickel-silver rim, and a filtering straw 18 cm long. Before first use it needs two days of curing with wet yerba; a card in the box explains how. Left damp for a week, the gourd will go mouldy.',
    images: [{ file: '1f9c9', alt: 'Brown gourd filled with herbs, with a metal rim and straw' }],
    variants: [{ sku: 'KIT-MATE', options: {}, stock: 17 }],
  },
  {
    name: 'Three-minute tea timer',
    category: 'tea-and-coffee',
    priceCents: 1250,
    tagline: 'Beech and glass',
    description:
      'Fine white sand runs from top to bottom in three minutes, give or take eight seconds. The frame is oiled beech and stands 11 cm tall. It makes no sound, so you have to look.',
    images: [{ file: '231b', alt: 'Hourglass with wooden ends, the sand run through' }],
    variants: [{ sku: 'KIT-SANDTIMER', options: {}, stock: 33 }],
  },
  {
    name: 'Cast-iron skillet',
    category: 'cookware',
    priceCents: 4490,
    description:
      'Poured in one piece, handle included, and seasoned twice with rapeseed oil before it leaves the foundry. It works on gas, induction, in the oven and over embers. The middle size weighs 2.4 kg, which your wrist will notice.',
    images: [
      { file: '1f373', alt: 'Dark frying pan with a fried egg, seen from above' },
      { file: '1f9c2', alt: 'Glass salt shaker with a steel top' },
    ],
    variants: [
      { sku: 'KIT-SKILLET-20', options: { Diameter: '20 cm' }, stock: 21, priceCents: 3690 },
      { sku: 'KIT-SKILLET-24', options: { Diameter: '24 cm' }, stock: 34 },
      { sku: 'KIT-SKILLET-28', options: { Diameter: '28 cm' }, stock: 12, priceCents: 5690 },
    ],
  },
  {
    name: 'Enamel stock pot',
    category: 'cookware',
    priceCents: 5200,
    description:
      'Steel with two coats of enamel, two riveted handles and a base thick enough for slow beans. Marks on the inner wall save you the measuring jug. Enamel chips if it is dropped on tiles.',
    images: [
      { file: '1f372', alt: 'Steel pot of vegetable soup with two handles' },
      { file: '1f944', alt: 'Steel spoon' },
    ],
    variants: [
      { sku: 'KIT-STOCKPOT-4', options: { Volume: '4 l' }, stock: 16 },
      { sku: 'KIT-STOCKPOT-7', options: { Volume: '7 l' }, stock: 19, priceCents: 6400 },
      { sku: 'KIT-STOCKPOT-10', options: { Volume: '10 l' }, stock: 8, priceCents: 7900 },
    ],
  },
  {
    name: 'Paella pan 34 cm',
    category: 'cookware',
    priceCents: 2790,
    tagline: 'Serves four',
    description:
      'Polished carbon steel, dimpled so that the thin base does not buckle over a wide flame. Dry it at once and rub in a drop of oil, or rust will find it by morning. On a small hob ring the edges cook more slowly than the centre.',
    images: [{ file: '1f958', alt: 'Dark two-handled pan of yellow rice, seen from above' }],
    variants: [{ sku: 'KIT-PAELLA', options: {}, stock: 23 }],
  },
  {
    name: 'Fondue set',
    category: 'cookware',
    priceCents: 7400,
    tagline: 'Six forks',
    description:
      "An enamelled pot, a stand with a spirit burner and six forks with coloured tips, so nobody argues over whose bread fell in. Enough for 800 g of cheese. Burner fuel is sold separately at any ironmonger's.",
    images: [{ file: '1fad5', alt: 'Red fondue pot with two forks on a stand over a flame' }],
    variants: [{ sku: 'KIT-FONDUE', options: {}, stock: 0 }],
  },
  {
    name: "Cook's knife",
    category: 'cookware',
    priceCents: 6800,
    description:
      'Stainless steel hardened to 57 HRC, with a full tang and a riveted handle of stabilised birch. The shorter blade suits small boards, the longer one a whole cabbage. It wants a few strokes on a honing rod every week.',
    images: [{ file: '1f52a', alt: 'Kitchen knife with a broad blade and a blue handle' }],
    variants: [
      { sku: 'KIT-COOKSKNIFE-16', options: { Blade: '16 cm' }, stock: 14, priceCents: 5900 },
      { sku: 'KIT-COOKSKNIFE-20', options: { Blade: '20 cm' }, stock: 26 },
    ],
  },
  {
    name: 'Mixing bowl',
    category: 'cookware',
    priceCents: 1950,
    description:
      'Deep melamine with a rubber foot, a pouring lip and a thumb rest opposite. Three sizes nest into the space of one. Fine for batter and cold dough, but it must never go in a microwave.',
    images: [{ file: '1f963', alt: 'Blue bowl with a spoon in it' }],
    variants: [
      { sku: 'KIT-MIXBOWL-15', options: { Volume: '1.5 l' }, stock: 38, priceCents: 1550 },
      { sku: 'KIT-MIXBOWL-3', options: { Volume: '3 l' }, stock: 44 },
      { sku: 'KIT-MIXBOWL-5', options: { Volume: '5 l' }, stock: 20, priceCents: 2450 },
    ],
  },
  {
    name: 'Wind-up kitchen timer',
    category: 'cookware',
    priceCents: 2100,
    tagline: 'Up to 60 minutes',
    description:
      'Twist past the twenty, then back to the minute you want. The bell rings for seven seconds and carries across a flat; a magnet on the back holds it to the fridge. It ticks audibly while it runs.',
    images: [{ file: '23f2-fe0f', alt: 'Blue kitchen timer with a round grey dial' }],
    variants: [{ sku: 'KIT-TIMER', options: {}, stock: 29 }],
  },
];
