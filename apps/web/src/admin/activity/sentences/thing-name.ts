import { t } from '@lingui/core/macro';
import type { LoggedEntry } from '../../fields/field-words.ts';
import { mailKindName } from '../../mail-texts/mail-kind-words.ts';

/** How a thing is called within a sentence. A product, a user: by the name alone. */
const called: Record<string, (name: string) => string> = {
  category: (name) => t`category “${name}”`,
  order: (name) => t`order ${name}`,
  delivery_method: (name) => t`delivery method “${name}”`,
  image: (name) => t`picture “${name}”`,
  mail: (name) => t`the mail to ${name}`,
  mail_text: (name) => t`the mail “${name}”`,
  page: (name) => t`page “${name}”`,
  promotion: (name) => t`promotion ${name}`,
  return: (name) => t`return ${name}`,
  view: (name) => t`view “${name}”`,
  term: (name) => t`the translation of “${name}”`,
  synonym: (name) => t`the synonyms “${name}”`,
};

type Named = { entityName: (entity: LoggedEntry['entity']) => string | undefined };

/** "order L-10482": the name that the thing has now or, if it is gone, had then. */
export function thingName(entity: LoggedEntry['entity'], { entityName }: Named): string {
  const known = entityName(entity) ?? entity.label;
  const name = entity.type === 'mail_text' ? mailKindName({ kind: entity.id, name: known }) : known;
  return called[entity.type]?.(name) ?? name;
}
