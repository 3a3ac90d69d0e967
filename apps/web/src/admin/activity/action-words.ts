import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';

interface Kind {
  /** Plural, as shown in a filter. */
  many: MessageDescriptor;
  /** Labels by the verb of the action. */
  actions: Record<string, MessageDescriptor>;
}

/** The entity types in the log, and what admins can do with them. */
const kinds: Record<string, Kind> = {
  product: {
    many: msg`Products`,
    actions: {
      create: msg`Product created`,
      update: msg`Product changed`,
      undo: msg`Product change undone`,
      repair: msg`Product repaired`,
    },
  },
  category: {
    many: msg`Categories`,
    actions: {
      create: msg`Category created`,
      update: msg`Category changed`,
      delete: msg`Category deleted`,
      undo: msg`Category change undone`,
    },
  },
  order: {
    many: msg`Orders`,
    actions: {
      set_status: msg`Order status changed`,
      fulfil: msg`Parcel shipped`,
      refund: msg`Order refunded`,
      receive: msg`Returned items received`,
      set_note: msg`Order note changed`,
      undo: msg`Order change undone`,
      repair: msg`Order repaired`,
    },
  },
  user: {
    many: msg`Users`,
    actions: {
      update: msg`User changed`,
      end_session: msg`User logged out on a device`,
      end_sessions: msg`User logged out`,
      undo: msg`User change undone`,
      repair: msg`User repaired`,
    },
  },
  delivery_method: {
    many: msg`Delivery methods`,
    actions: {
      create: msg`Delivery method added`,
      update: msg`Delivery method changed`,
      undo: msg`Delivery method change undone`,
    },
  },
  image: { many: msg`Images`, actions: { create: msg`Image uploaded` } },
  mail: { many: msg`Mails`, actions: { resend: msg`Mail sent again`, repair: msg`Mail repaired` } },
  mail_text: {
    many: msg`Texts of mails`,
    actions: { update: msg`Text of mail changed`, undo: msg`Text of mail change undone` },
  },
  page: {
    many: msg`Pages`,
    actions: {
      create: msg`Page created`,
      update: msg`Page changed`,
      delete: msg`Page removed`,
      undo: msg`Page change undone`,
    },
  },
  promotion: {
    many: msg`Promotions`,
    actions: {
      create: msg`Promotion created`,
      update: msg`Promotion changed`,
      delete: msg`Promotion removed`,
      undo: msg`Promotion change undone`,
      repair: msg`Promotion repaired`,
    },
  },
  return: {
    many: msg`Returns`,
    actions: { decide: msg`Return decided`, receive: msg`Return received`, undo: msg`Return decision undone` },
  },
  view: {
    many: msg`Saved views`,
    actions: {
      create: msg`View saved`,
      update: msg`View changed`,
      delete: msg`View deleted`,
      undo: msg`View change undone`,
    },
  },
  term: {
    many: msg`Translations`,
    actions: {
      create: msg`Text translated`,
      update: msg`Translation changed`,
      delete: msg`Translation removed`,
      undo: msg`Translation change undone`,
    },
  },
  synonym: {
    many: msg`Synonyms`,
    actions: {
      create: msg`Synonyms added`,
      update: msg`Synonyms changed`,
      delete: msg`Synonyms removed`,
      undo: msg`Synonyms change undone`,
    },
  },
};

/** The label of an action: "product.update" → "Product changed". An unknown action is returned as it is. */
export function actionText(action: string): string {
  const [kind = '', verb = ''] = action.split('.');
  const label = kinds[kind]?.actions[verb];
  return label ? t(label) : action;
}

/** The entity types in the log, for a select. */
export function entityOptions() {
  return Object.entries(kinds).map(([value, { many }]) => ({ value, label: t(many) }));
}

/** All actions, or those of one entity type. */
export function actionsOf(entity: string | undefined): string[] {
  const [type] = entity?.split(':') ?? [];
  return Object.entries(kinds)
    .filter(([kind]) => !type || kind === type)
    .flatMap(([kind, { actions }]) => Object.keys(actions).map((verb) => `${kind}.${verb}`));
}
