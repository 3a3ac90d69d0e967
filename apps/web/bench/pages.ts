/** A page that is measured. */
export type PageName = 'home' | 'category' | 'product';

/** Fixed addresses of the demo catalogue, so that two runs are about the same pages. */
export const PATHS: Record<PageName, string> = {
  home: '/',
  category: '/c/kitchen',
  product: '/p/kitchen-radio',
};

/** The pages with cards of products, one of which is tapped. */
export const WITH_CARDS: PageName[] = ['home', 'category'];

/** Whether a name is one of the pages. */
export const isPageName = (name: string): name is PageName => Object.hasOwn(PATHS, name);
