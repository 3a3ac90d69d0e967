interface Kind {
  /** Many of them, as a filter names them. */
  many: string;
  /** What is done with one, by the verb of its action. */
  actions: Record<string, string>;
}

/** What the log knows, and what admins do with it. */
const kinds: Record<string, Kind> = {
  product: {
    many: 'Products',
    actions: { create: 'Product created', update: 'Product changed', undo: 'Product change undone' },
  },
  category: {
    many: 'Categories',
    actions: {
      create: 'Category created',
      update: 'Category changed',
      delete: 'Category deleted',
      undo: 'Category change undone',
    },
  },
  order: {
    many: 'Orders',
    actions: {
      set_status: 'Order status changed',
      refund: 'Order refunded',
      set_note: 'Order note changed',
      undo: 'Order change undone',
    },
  },
  user: {
    many: 'Users',
    actions: { update: 'User changed', end_sessions: 'User logged out', undo: 'User change undone' },
  },
  image: { many: 'Images', actions: { create: 'Image uploaded' } },
  synonym: {
    many: 'Synonyms',
    actions: {
      create: 'Synonyms added',
      update: 'Synonyms changed',
      delete: 'Synonyms removed',
      undo: 'Synonyms change undone',
    },
  },
};

/** An action in words: "product.update" → "Product changed". One without words stays as it is written. */
export function actionText(action: string): string {
  const [kind = '', verb = ''] = action.split('.');
  return kinds[kind]?.actions[verb] ?? action;
}

/** The kinds of things that the log knows. */
export const entityOptions = Object.entries(kinds).map(([value, { many }]) => ({ value, label: many }));

/** The actions there are, of one kind of thing or of all. */
export function actionsOf(entity: string | undefined): string[] {
  const [type] = entity?.split(':') ?? [];
  return Object.entries(kinds)
    .filter(([kind]) => !type || kind === type)
    .flatMap(([kind, { actions }]) => Object.keys(actions).map((verb) => `${kind}.${verb}`));
}
