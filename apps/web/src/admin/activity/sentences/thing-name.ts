import type { LoggedEntry } from '../../fields/field-words.ts';

/** How a thing is called within a sentence. A product, a user: by the name alone. */
const called: Record<string, string> = {
  category: 'category “{name}”',
  order: 'order {name}',
  delivery_method: 'delivery method “{name}”',
  image: 'picture “{name}”',
  mail: 'the mail to {name}',
  mail_text: 'the mail “{name}”',
  page: 'page “{name}”',
  promotion: 'promotion {name}',
  return: 'return {name}',
  view: 'view “{name}”',
  synonym: 'the synonyms “{name}”',
};

type Named = { entityName: (entity: LoggedEntry['entity']) => string | undefined };

/** "order L-10482": the name that the thing has now or, if it is gone, had then. */
export function thingName(entity: LoggedEntry['entity'], { entityName }: Named): string {
  const name = entityName(entity) ?? entity.label;
  return (called[entity.type] ?? '{name}').replace('{name}', () => name);
}
