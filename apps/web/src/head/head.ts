import type { Thing } from 'schema-dts';

/** What a page says about itself to search engines, and to whoever shows a link to it. */
export interface Head {
  /** The whole title, with the store's name. */
  title: string;
  /** One line of 50 to 160 characters. */
  description?: string;
  /** The path that stands for this page under all of its addresses; none for what is not to be found. */
  canonical?: string;
  /** Whether search engines may list it. */
  isIndexed: boolean;
  type?: 'website' | 'product';
  /** Its picture, a path of the store; sizes in pixels. */
  image?: { url: string; alt: string; width?: number; height?: number };
  /** What it is about, in the terms of schema.org. */
  things?: Thing[];
}
