import type { DemoProduct } from './types.ts';

export const moreTravelProducts: DemoProduct[] = [
  {
    name: 'Rangefinder 35',
    category: 'cameras',
    priceCents: 38900,
    tagline: 'With case',
    description:
      'A mechanical camera for 35 mm film with a 40 mm f/1.7 lens, overhauled and given fresh seals. The meter uses a battery; everything else works without one. Nothing focuses closer than 80 cm.',
    images: [
      { file: '1f4f7', alt: 'Silver and black camera' },
      { file: '1f39e-fe0f', alt: 'Strip of blue film frames' },
    ],
    variants: [{ sku: 'TRV-RANGE35', options: {}, stock: 6 }],
  },
  {
    name: 'Flash compact',
    category: 'cameras',
    priceCents: 6900,
    tagline: 'Reusable, 35 mm',
    description:
      'Load a film, wind it, point it: fixed lens, fixed shutter and a flash with its own switch. Meant for parties, beaches and children who drop things. Indoors you need that flash every time.',
    images: [{ file: '1f4f8', alt: 'Silver camera with its flash firing' }],
    variants: [{ sku: 'TRV-FLASHCAM', options: {}, stock: 32 }],
  },
  {
    name: 'Super 8 camera',
    category: 'cameras',
    priceCents: 44500,
    tagline: 'Serviced',
    description:
      'A zoom of eight to forty-eight millimetres, through-the-lens metering and a motor that hums at eighteen frames. New belts and foam, with a written warranty of a year. One cartridge lasts three minutes and costs as much as lunch for two.',
    images: [
      { file: '1f3a5', alt: 'Black film camera with two reels' },
      { file: '1f4fd-fe0f', alt: 'Film projector with two reels' },
    ],
    variants: [{ sku: 'TRV-SUPER8', options: {}, stock: 0 }],
  },
  {
    name: 'Colour film, 36 exposures',
    category: 'cameras',
    priceCents: 1550,
    description:
      'Negative film with soft reds and believable skin, in a metal canister. The slower speed is for sun, the faster for rooms with windows. X-ray scanners at airports fog the 800, so ask for a hand check.',
    images: [{ file: '1f39e-fe0f', alt: 'Strip of blue film frames' }],
    variants: [
      { sku: 'TRV-FILM-200', options: { Speed: 'ISO 200' }, stock: 60 },
      { sku: 'TRV-FILM-800', options: { Speed: 'ISO 800' }, stock: 33, priceCents: 1850 },
    ],
  },
  {
    name: 'Folding umbrella',
    category: 'on-the-way',
    priceCents: 3950,
    description:
      'Eight fibreglass ribs that flip inside out and back without sulking. Shut, it is as long as a forearm and fits down the side of a rucksack. The canopy spans 98 cm: one person, or two who know each other.',
    images: [
      { file: '1f302', alt: 'Furled purple umbrella' },
      { file: '2614', alt: 'Open purple umbrella in the rain' },
    ],
    variants: [
      { sku: 'TRV-UMBRELLA-AUB', options: { Colour: 'Aubergine' }, stock: 29 },
      { sku: 'TRV-UMBRELLA-PET', options: { Colour: 'Petrol' }, stock: 25 },
    ],
  },
  {
    name: 'Brass padlock',
    category: 'on-the-way',
    priceCents: 1790,
    tagline: 'Two keys',
    description:
      'A solid body with a hardened shackle of 5 mm, right for hostel lockers and garden sheds. The keyway is covered against sand. It deters the curious rather than the determined.',
    images: [
      { file: '1f512', alt: 'Golden padlock' },
      { file: '1f511', alt: 'Golden key' },
    ],
    variants: [{ sku: 'TRV-PADLOCK', options: {}, stock: 44 }],
  },
  {
    name: 'Luggage tag',
    category: 'on-the-way',
    priceCents: 1100,
    description:
      'Saddle leather with a flap over the address, fixed by a steel ring no conveyor has beaten so far. Write with a ballpoint: felt tip runs. The pale hide darkens as it travels.',
    images: [{ file: '1f3f7-fe0f', alt: 'Yellow tag on a ring' }],
    variants: [
      { sku: 'TRV-LUGTAG-HON', options: { Colour: 'Honey' }, stock: 50 },
      { sku: 'TRV-LUGTAG-CHE', options: { Colour: 'Chestnut' }, stock: 36 },
    ],
  },
  {
    name: 'Folding headphones',
    category: 'on-the-way',
    priceCents: 7990,
    tagline: 'Wired, 142 g',
    description:
      'They collapse into a tin no bigger than a sandwich and plug into the seat of any train or plane; both adapters are supplied. Sound is clear, slightly thin. Do not expect them to silence an engine.',
    images: [
      { file: '1f3a7', alt: 'Silver-grey headphones' },
      { file: '2708-fe0f', alt: 'Blue and white aeroplane' },
    ],
    variants: [{ sku: 'TRV-FOLDPHONES', options: {}, stock: 30 }],
  },
];
