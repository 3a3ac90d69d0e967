import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import type { LoggedChange } from '../../fields/field-words.ts';
import { after, before, now, what, who } from './places.ts';

/** The sentence for the only change of an entry, by entity type and field; null where the general one will do. */
type Tell = (change: LoggedChange) => string | null;

const renamed: Tell = () => t`${who} renamed ${before} to ${now}`;
const off: Tell = (change) =>
  change.before === null || change.after === null
    ? null
    : t`${who} changed what ${what} takes off from ${before} to ${after}`;

const productStatuses: Record<string, MessageDescriptor> = {
  active: msg`${who} put ${what} on sale`,
  draft: msg`${who} made ${what} a draft`,
  archived: msg`${who} archived ${what}`,
};

export const onlyChange: Record<string, Record<string, Tell>> = {
  product: {
    name: renamed,
    status: (change) => {
      const told = productStatuses[String(change.after)];
      return told ? t(told) : null;
    },
  },
  category: {
    name: renamed,
    parentId: (change) => {
      if (change.after === null) return t`${who} moved ${what} from ${before} to the top level`;
      return change.before === null
        ? t`${who} moved ${what} from the top level to ${after}`
        : t`${who} moved ${what} from ${before} to ${after}`;
    },
    position: () => t`${who} moved ${what} from place ${before} to place ${after}`,
  },
  user: {
    name: renamed,
    role: (change) => (change.after === 'admin' ? t`${who} made ${what} an admin` : t`${who} made ${what} a customer`),
    disabled: (change) =>
      change.after ? t`${who} disabled the account of ${what}` : t`${who} enabled the account of ${what} again`,
    passwordHash: () => t`${who} changed the password of ${what}`,
  },
  delivery_method: {
    name: renamed,
    active: (change) => (change.after ? t`${who} offered ${what} again` : t`${who} no longer offers ${what}`),
    freeFromCents: (change) =>
      change.after === null ? t`${who} ended free delivery by ${what}` : t`${who} made ${what} free from ${after}`,
    countries: (change) =>
      change.after === null ? t`${who} lets ${what} deliver everywhere` : t`${who} lets ${what} deliver to ${after}`,
    position: () => t`${who} moved ${what} from place ${before} to place ${after}`,
  },
  order: { internalNote: (change) => (change.before === null ? t`${who} wrote a note on ${what}: ${after}` : null) },
  page: {
    title: renamed,
    published: (change) => (change.after ? t`${who} published ${what}` : t`${who} unpublished ${what}`),
    inFooter: (change) =>
      change.after ? t`${who} put ${what} in the footer` : t`${who} took ${what} out of the footer`,
    position: () => t`${who} moved ${what} within the pages`,
  },
  promotion: {
    code: renamed,
    active: (change) => (change.after ? t`${who} switched ${what} on` : t`${who} switched ${what} off`),
    percent: off,
    amountCents: off,
  },
  view: {
    name: renamed,
    // What they are is long, and written for an address.
    query: () => t`${who} changed the filters of ${what}`,
  },
  term: { text: () => t`${who} changed ${what} from ${before} to ${after}` },
  synonym: { words: () => t`${who} changed the synonyms ${before} to ${after}` },
};
