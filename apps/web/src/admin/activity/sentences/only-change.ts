import type { LoggedChange } from '../../fields/field-words.ts';

/** The sentence for the only change of an entry, by entity type and field; null where the general one will do. */
type Tell = (change: LoggedChange) => string | null;

const renamed: Tell = () => '{who} renamed {before} to {now}';
const off: Tell = ({ before, after }) =>
  before === null || after === null ? null : '{who} changed what {what} takes off from {before} to {after}';

const productStatuses: Record<string, string> = {
  active: '{who} put {what} on sale',
  draft: '{who} made {what} a draft',
  archived: '{who} archived {what}',
};

export const onlyChange: Record<string, Record<string, Tell>> = {
  product: {
    name: renamed,
    status: ({ after }) => productStatuses[String(after)] ?? null,
  },
  category: {
    name: renamed,
    parentId: ({ before, after }) => {
      if (after === null) return '{who} moved {what} from {before} to the top level';
      return before === null
        ? '{who} moved {what} from the top level to {after}'
        : '{who} moved {what} from {before} to {after}';
    },
    position: () => '{who} moved {what} from place {before} to place {after}',
  },
  user: {
    name: renamed,
    role: ({ after }) => (after === 'admin' ? '{who} made {what} an admin' : '{who} made {what} a customer'),
    disabled: ({ after }) =>
      after ? '{who} disabled the account of {what}' : '{who} enabled the account of {what} again',
    passwordHash: () => '{who} changed the password of {what}',
  },
  delivery_method: {
    name: renamed,
    active: ({ after }) => (after ? '{who} offered {what} again' : '{who} no longer offers {what}'),
    freeFromCents: ({ after }) =>
      after === null ? '{who} ended free delivery by {what}' : '{who} made {what} free from {after}',
    countries: ({ after }) =>
      after === null ? '{who} lets {what} deliver everywhere' : '{who} lets {what} deliver to {after}',
    position: () => '{who} moved {what} from place {before} to place {after}',
  },
  order: { internalNote: ({ before }) => (before === null ? '{who} wrote a note on {what}: {after}' : null) },
  page: {
    title: renamed,
    published: ({ after }) => (after ? '{who} published {what}' : '{who} unpublished {what}'),
    inFooter: ({ after }) => (after ? '{who} put {what} in the footer' : '{who} took {what} out of the footer'),
    position: () => '{who} moved {what} within the pages',
  },
  promotion: {
    code: renamed,
    active: ({ after }) => (after ? '{who} switched {what} on' : '{who} switched {what} off'),
    percent: off,
    amountCents: off,
  },
  view: {
    name: renamed,
    // What they are is long, and written for an address.
    query: () => '{who} changed the filters of {what}',
  },
  synonym: { words: () => '{who} changed the synonyms {before} to {after}' },
};
