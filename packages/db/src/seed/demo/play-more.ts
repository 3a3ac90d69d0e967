import type { DemoProduct } from './types.ts';

export const morePlayProducts: DemoProduct[] = [
  {
    name: 'Wooden jigsaw',
    category: 'games',
    priceCents: 2900,
    description:
      'Laser-cut poplar that smells of campfire when you open the box. About one piece in ten has a shape of its own: a fox, a key, a kettle. No picture of the finished thing is included, on purpose.',
    images: [{ file: '1f9e9', alt: 'Green jigsaw piece' }],
    variants: [
      { sku: 'PLY-JIGSAW-150', options: { Pieces: '150' }, stock: 23 },
      { sku: 'PLY-JIGSAW-300', options: { Pieces: '300' }, stock: 18, priceCents: 4400 },
      { sku: 'PLY-JIGSAW-600', options: { Pieces: '600' }, stock: 9, priceCents: 6900 },
    ],
  },
  {
    name: 'Tournament chess set',
    category: 'games',
    priceCents: 5800,
    tagline: '95 mm king',
    description:
      'Weighted and felted pieces in boxwood and ebonised birch, with a roll-up board and a drawstring bag. The knights are carved by hand and differ a little. The board needs a night under books to lie flat.',
    images: [{ file: '265f-fe0f', alt: 'Black chess pawn' }],
    variants: [{ sku: 'PLY-CHESS', options: {}, stock: 19 }],
  },
  {
    name: 'Six ivory-white dice',
    category: 'games',
    priceCents: 900,
    tagline: '16 mm',
    description:
      'Resin cast, sanded and drilled rather than moulded, so the faces weigh the same. They come in a tin that doubles as a cup. Loud on a bare table: use the lid lined with felt.',
    images: [{ file: '1f3b2', alt: 'White die with black dots' }],
    variants: [{ sku: 'PLY-DICE', options: {}, stock: 53 }],
  },
  {
    name: 'Hanafuda cards',
    category: 'games',
    priceCents: 1850,
    tagline: '48 cards',
    description:
      'Small stiff cards with twelve months of flowers, moons and cranes, pasted by hand in Kyoto. Rules for three games come in English. The deck is thick and cannot be riffled.',
    images: [{ file: '1f3b4', alt: 'Japanese flower card with a moon over a hill' }],
    variants: [{ sku: 'PLY-HANAFUDA', options: {}, stock: 30 }],
  },
  {
    name: 'Wireless controller',
    category: 'games',
    priceCents: 5490,
    description:
      'Sticks with magnetic sensors that do not drift, and triggers with a short, honest travel. Pairs with computers, phones and televisions. Console makers lock their doors, so it stays outside those.',
    images: [
      { file: '1f3ae', alt: 'Purple game controller with coloured buttons' },
      { file: '1f579-fe0f', alt: 'Joystick with a red ball on top' },
    ],
    variants: [
      { sku: 'PLY-GAMEPAD-PUR', options: { Colour: 'Purple' }, stock: 37 },
      { sku: 'PLY-GAMEPAD-STO', options: { Colour: 'Stone' }, stock: 24 },
    ],
  },
  {
    name: 'Bone-and-bamboo mahjong',
    category: 'games',
    priceCents: 18500,
    tagline: '144 tiles',
    description:
      'Tiles of 34 mm with a bamboo back, engraved and filled with four colours, in a case with five drawers. Racks and counters are there, and so is a booklet that admits how long it takes to learn. The case weighs 6 kg.',
    images: [{ file: '1f004', alt: 'White mahjong tile with a red character' }],
    variants: [{ sku: 'PLY-MAHJONG', options: {}, stock: 3 }],
  },
  {
    name: 'Stitched football',
    category: 'sport',
    priceCents: 3500,
    description:
      'Thirty-two panels sewn by hand over a butyl bladder that holds air for months. It flies straight and takes a wet pitch well. Not for tarmac, which files the seams open.',
    images: [{ file: '26bd', alt: 'Blue and white football' }],
    variants: [
      { sku: 'PLY-FOOTBALL-3', options: { Size: '3' }, stock: 20, priceCents: 2900 },
      { sku: 'PLY-FOOTBALL-4', options: { Size: '4' }, stock: 26 },
      { sku: 'PLY-FOOTBALL-5', options: { Size: '5' }, stock: 43 },
    ],
  },
  {
    name: 'Badminton set',
    category: 'sport',
    priceCents: 4590,
    tagline: 'Two rackets, three cocks',
    description:
      'Aluminium frames with steel shafts, strung at eight kilos, in a bag with a shoulder strap. The shuttles are nylon and fly true up to a light wind. A washing line makes a passable net; none is supplied.',
    images: [{ file: '1f3f8', alt: 'Blue badminton racket with a shuttlecock' }],
    variants: [{ sku: 'PLY-BADMINTON', options: {}, stock: 22 }],
  },
  {
    name: 'Table tennis bat',
    category: 'sport',
    priceCents: 3150,
    tagline: 'Five plies',
    description:
      'A blade of limba and poplar, 1.8 mm sponge and a flared handle that suits most grips. Controlled rather than fast, good for the second year of playing. Wipe the rubber or it turns slick.',
    images: [{ file: '1f3d3', alt: 'Red table tennis bat with a white ball' }],
    variants: [{ sku: 'PLY-TTBAT', options: {}, stock: 28 }],
  },
  {
    name: 'Street skateboard',
    category: 'sport',
    priceCents: 8800,
    description:
      'Seven plies of Canadian maple, pressed one at a time, with aluminium trucks and 99A wheels. Assembled and ready. Those hard wheels like concrete and hate gravel.',
    images: [{ file: '1f6f9', alt: 'Skateboard with a dark deck and red wheels' }],
    variants: [
      { sku: 'PLY-SKATE-775', options: { Width: '7.75 in' }, stock: 11 },
      { sku: 'PLY-SKATE-80', options: { Width: '8.0 in' }, stock: 15 },
      { sku: 'PLY-SKATE-825', options: { Width: '8.25 in' }, stock: 0 },
    ],
  },
  {
    name: 'Roller skates',
    category: 'sport',
    priceCents: 10900,
    description:
      'High boots with a stiff cuff, four soft wheels and a toe stop that unscrews. Made in half the usual colours and twice the usual leather. Beginners should add pads for wrist and knee.',
    images: [{ file: '1f6fc', alt: 'Pink and red roller skate' }],
    variants: [
      { sku: 'PLY-ROLLER-36', options: { Size: '36' }, stock: 8 },
      { sku: 'PLY-ROLLER-37', options: { Size: '37' }, stock: 10 },
      { sku: 'PLY-ROLLER-38', options: { Size: '38' }, stock: 12 },
      { sku: 'PLY-ROLLER-39', options: { Size: '39' }, stock: 11 },
      { sku: 'PLY-ROLLER-40', options: { Size: '40' }, stock: 7 },
      { sku: 'PLY-ROLLER-41', options: { Size: '41' }, stock: 5 },
    ],
  },
];
