import type { DemoCategory } from './types.ts';

export const demoCategories: DemoCategory[] = [
  {
    slug: 'kitchen',
    name: 'Kitchen',
    picture: '1f373',
    children: [
      { slug: 'tea-and-coffee', name: 'Tea & coffee', picture: '1fad6' },
      { slug: 'cookware', name: 'Cookware', picture: '1f372' },
      { slug: 'tableware', name: 'Tableware', picture: '1f37d-fe0f' },
      { slug: 'pantry', name: 'Pantry', picture: '1fad9' },
    ],
  },
  {
    slug: 'living',
    name: 'Living',
    picture: '1f6cb-fe0f',
    children: [
      { slug: 'furniture', name: 'Furniture', picture: '1fa91' },
      { slug: 'lighting', name: 'Lighting', picture: '1f3ee' },
      { slug: 'clocks-and-accents', name: 'Clocks & accents', picture: '1f570-fe0f' },
      { slug: 'bath-and-household', name: 'Bath & household', picture: '1f9fc' },
    ],
  },
  {
    slug: 'audio',
    name: 'Audio',
    picture: '1f3b9',
    children: [
      { slug: 'listening', name: 'Listening', picture: '1f3a7' },
      { slug: 'instruments', name: 'Instruments', picture: '1f3b8' },
      { slug: 'recording', name: 'Recording', picture: '1f399-fe0f' },
    ],
  },
  {
    slug: 'outdoors',
    name: 'Outdoors',
    picture: '26fa',
    children: [
      { slug: 'trail-and-snow', name: 'Trail & snow', picture: '1f9ed' },
      { slug: 'camping', name: 'Camping', picture: '1f3d5-fe0f' },
      { slug: 'wheels-and-water', name: 'Wheels & water', picture: '1f6b2' },
      { slug: 'garden', name: 'Garden', picture: '1fab4' },
    ],
  },
  {
    slug: 'clothing',
    name: 'Clothing',
    picture: '1f9e5',
    children: [
      { slug: 'clothes', name: 'Clothes', picture: '1f455' },
      { slug: 'shoes', name: 'Shoes', picture: '1f45f' },
      { slug: 'accessories', name: 'Accessories', picture: '1f9e3' },
    ],
  },
  {
    slug: 'play',
    name: 'Play',
    picture: '1f3ae',
    children: [
      { slug: 'toys', name: 'Toys', picture: '1f9f8' },
      { slug: 'games', name: 'Games', picture: '1f9e9' },
      { slug: 'sport', name: 'Sport', picture: '26bd' },
    ],
  },
  {
    slug: 'desk',
    name: 'Desk',
    picture: '1f4d3',
    children: [
      { slug: 'writing', name: 'Writing', picture: '1f58b-fe0f' },
      { slug: 'paper-and-tools', name: 'Paper & tools', picture: '2702-fe0f' },
      { slug: 'workspace', name: 'Workspace', picture: '2328-fe0f' },
    ],
  },
  {
    slug: 'travel',
    name: 'Travel',
    picture: '1f9f3',
    children: [
      { slug: 'bags', name: 'Bags', picture: '1f45c' },
      { slug: 'cameras', name: 'Cameras', picture: '1f4f7' },
      { slug: 'on-the-way', name: 'On the way', picture: '1f302' },
    ],
  },
];
