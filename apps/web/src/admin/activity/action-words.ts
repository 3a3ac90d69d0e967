interface Kind {
  /** Plural, as shown in a filter. */
  many: string;
  /** Labels by the verb of the action. */
  actions: Record<string, string>;
}

/** The entity types in the log, and what admins can do with them. */
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
      fulfil: 'Parcel shipped',
      refund: 'Order refunded',
      receive: 'Returned items received',
      set_note: 'Order note changed',
      undo: 'Order change undone',
    },
  },
  user: {
    many: 'Users',
    actions: { update: 'User changed', end_sessions: 'User logged out', undo: 'User change undone' },
  },
  delivery_method: {
    many: 'Delivery methods',
    actions: {
      create: 'Delivery method added',
      update: 'Delivery method changed',
      undo: 'Delivery method change undone',
    },
  },
  image: { many: 'Images', actions: { create: 'Image uploaded' } },
  mail: { many: 'Mails', actions: { resend: 'Mail sent again' } },
  mail_text: {
    many: 'Texts of mails',
    actions: { update: 'Text of mail changed', undo: 'Text of mail change undone' },
  },
  page: {
    many: 'Pages',
    actions: {
      create: 'Page created',
      update: 'Page changed',
      delete: 'Page removed',
      undo: 'Page change undone',
    },
  },
  promotion: {
    many: 'Promotions',
    actions: {
      create: 'Promotion created',
      update: 'Promotion changed',
      delete: 'Promotion removed',
      undo: 'Promotion change undone',
    },
  },
  return: {
    many: 'Returns',
    actions: { decide: 'Return decided', receive: 'Return received', undo: 'Return decision undone' },
  },
  view: {
    many: 'Saved views',
    actions: {
      create: 'View saved',
      update: 'View changed',
      delete: 'View deleted',
      undo: 'View change undone',
    },
  },
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

/** The label of an action: "product.update" → "Product changed". An unknown action is returned as it is. */
export function actionText(action: string): string {
  const [kind = '', verb = ''] = action.split('.');
  return kinds[kind]?.actions[verb] ?? action;
}

/** The entity types in the log, for a select. */
export const entityOptions = Object.entries(kinds).map(([value, { many }]) => ({ value, label: many }));

/** All actions, or those of one entity type. */
export function actionsOf(entity: string | undefined): string[] {
  const [type] = entity?.split(':') ?? [];
  return Object.entries(kinds)
    .filter(([kind]) => !type || kind === type)
    .flatMap(([kind, { actions }]) => Object.keys(actions).map((verb) => `${kind}.${verb}`));
}
