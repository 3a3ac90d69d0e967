import type { DemoCategory } from './types.ts';

export const demoCategories: DemoCategory[] = [
  {
    slug: 'kitchen',
    name: 'Kitchen',
    image: '1f373',
    children: [
      { slug: 'tea-and-coffee', name: 'Tea & coffee', image: '1fad6' },
      { slug: 'cookware', name: 'Cookware', image: '1f372' },
      { slug: 'tableware', name: 'Tableware', image: '1f37d-fe0f' },
      { slug: 'pantry', name: 'Pantry', image: '1fad9' },
    ],
  },
  {
    slug: 'living',
    name: 'Living',
    image: '1f6cb-fe0f',
    children: [
      { slug: 'furniture', name: 'Furniture', image: '1fa91' },
      { slug: 'lighting', name: 'Lighting', image: '1f3ee' },
      { slug: 'clocks-and-accents', name: 'Clocks & accents', image: '1f570-fe0f' },
      { slug: 'bath-and-household', name: 'Bath & household', image: '1f9fc' },
    ],
  },
  {
    slug: 'audio',
    name: 'Audio',
    image: '1f3b9',
    children: [
      { slug: 'listening', name: 'Listening', image: '1f3a7' },
      { slug: 'instruments', name: 'Instruments', image: '1f3b8' },
      { slug: 'recording', name: 'Recording', image: '1f399-fe0f' },
    ],
  },
  {
    slug: 'outdoors',
    name: 'Outdoors',
    image: '26fa',
    children: [
      { slug: 'trail-and-snow', name: 'Trail & snow', image: '1f9ed' },
      { slug: 'camping', name: 'Camping', image: '1f3d5-fe0f' },
      { slug: 'wheels-and-water', name: 'Wheels & water', image: '1f6b2' },
      { slug: 'garden', name: 'Garden', image: '1fab4' },
    ],
  },
  {
    slug: 'clothing',
    name: 'Clothing',
    image: '1f9e5',
    children: [
      { slug: 'clothes', name: 'Clothes', image: '1f455' },
      { slug: 'shoes', name: 'Shoes', image: '1f45f' },
      { slug: 'accessories', name: 'Accessories', image: '1f9e3' },
    ],
  },
  {
    slug: 'play',
    name: 'Play',
    image: '1f579-fe0f',
    children: [
      { slug: 'toys', name: 'Toys', image: '1f9f8' },
      { slug: 'games', name: 'Games', image: '1f9e9' },
      { slug: 'sport', name: 'Sport', image: '26bd' },
    ],
  },
  {
    slug: 'desk',
    name: 'Desk',
    image: '1f4d3',
    children: [
      { slug: 'writing', name: 'Writing', image: '1f58b-fe0f' },
      { slug: 'paper-and-tools', name: 'Paper & tools', image: '2702-fe0f' },
      { slug: 'workspace', name: 'Workspace', image: '2328-fe0f' },
    ],
  },
  {
    slug: 'travel',
    name: 'Travel',
    image: '1f9f3',
    children: [
      { slug: 'bags', name: 'Bags', image: '1f45c' },
      { slug: 'cameras', name: 'Cameras', image: '1f4f7' },
      { slug: 'on-the-way', name: 'On the way', image: '1f302' },
    ],
  },
];
