import type { DemoCategory } from './types.ts';

export const demoCategories: DemoCategory[] = [
  {
    slug: 'kitchen',
    name: 'Kitchen',
    german: 'Küche',
    image: '1f373',
    children: [
      { slug: 'tea-and-coffee', name: 'Tea & coffee', german: 'Tee & Kaffee', image: '1fad6' },
      { slug: 'cookware', name: 'Cookware', german: 'Kochgeschirr', image: '1f372' },
      { slug: 'tableware', name: 'Tableware', german: 'Geschirr', image: '1f37d-fe0f' },
      { slug: 'pantry', name: 'Pantry', german: 'Vorrat', image: '1fad9' },
    ],
  },
  {
    slug: 'living',
    name: 'Living',
    german: 'Wohnen',
    image: '1f6cb-fe0f',
    children: [
      { slug: 'furniture', name: 'Furniture', german: 'Möbel', image: '1fa91' },
      { slug: 'lighting', name: 'Lighting', german: 'Leuchten', image: '1f3ee' },
      { slug: 'clocks-and-accents', name: 'Clocks & accents', german: 'Uhren & Akzente', image: '1f570-fe0f' },
      { slug: 'bath-and-household', name: 'Bath & household', german: 'Bad & Haushalt', image: '1f9fc' },
    ],
  },
  {
    slug: 'audio',
    name: 'Audio',
    german: 'Audio',
    image: '1f3b9',
    children: [
      { slug: 'listening', name: 'Listening', german: 'Hören', image: '1f3a7' },
      { slug: 'instruments', name: 'Instruments', german: 'Instrumente', image: '1f3b8' },
      { slug: 'recording', name: 'Recording', german: 'Aufnahme', image: '1f399-fe0f' },
    ],
  },
  {
    slug: 'outdoors',
    name: 'Outdoors',
    german: 'Draußen',
    image: '26fa',
    children: [
      { slug: 'trail-and-snow', name: 'Trail & snow', german: 'Wandern & Schnee', image: '1f9ed' },
      { slug: 'camping', name: 'Camping', german: 'Camping', image: '1f3d5-fe0f' },
      { slug: 'wheels-and-water', name: 'Wheels & water', german: 'Räder & Wasser', image: '1f6b2' },
      { slug: 'garden', name: 'Garden', german: 'Garten', image: '1fab4' },
    ],
  },
  {
    slug: 'clothing',
    name: 'Clothing',
    german: 'Kleidung',
    image: '1f9e5',
    children: [
      { slug: 'clothes', name: 'Clothes', german: 'Mode', image: '1f455' },
      { slug: 'shoes', name: 'Shoes', german: 'Schuhe', image: '1f45f' },
      { slug: 'accessories', name: 'Accessories', german: 'Accessoires', image: '1f9e3' },
    ],
  },
  {
    slug: 'play',
    name: 'Play',
    german: 'Spiel',
    image: '1f579-fe0f',
    children: [
      { slug: 'toys', name: 'Toys', german: 'Spielzeug', image: '1f9f8' },
      { slug: 'games', name: 'Games', german: 'Spiele', image: '1f9e9' },
      { slug: 'sport', name: 'Sport', german: 'Sport', image: '26bd' },
    ],
  },
  {
    slug: 'desk',
    name: 'Desk',
    german: 'Schreibtisch',
    image: '1f4d3',
    children: [
      { slug: 'writing', name: 'Writing', german: 'Schreiben', image: '1f58b-fe0f' },
      { slug: 'paper-and-tools', name: 'Paper & tools', german: 'Papier & Werkzeug', image: '2702-fe0f' },
      { slug: 'workspace', name: 'Workspace', german: 'Arbeitsplatz', image: '2328-fe0f' },
    ],
  },
  {
    slug: 'travel',
    name: 'Travel',
    german: 'Reise',
    image: '1f9f3',
    children: [
      { slug: 'bags', name: 'Bags', german: 'Taschen', image: '1f45c' },
      { slug: 'cameras', name: 'Cameras', german: 'Kameras', image: '1f4f7' },
      { slug: 'on-the-way', name: 'On the way', german: 'Unterwegs', image: '1f302' },
    ],
  },
];
