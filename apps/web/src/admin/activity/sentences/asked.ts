import type { LoggedChange, LoggedEntry } from '../../fields/field-words.ts';
import type { ChangeWords } from '../change-words.ts';

/** What a sentence is made of. */
export interface Asked {
  entity: LoggedEntry['entity'];
  /** The second half of the action: "update". */
  verb: string;
  /** The changes as logged. */
  logged: LoggedChange[];
  /** The same changes in words, in the same order. */
  changes: ChangeWords[];
}

/** The logged change of a field, if there is one. */
export function changeOf({ logged }: Pick<Asked, 'logged'>, field: string): LoggedChange | undefined {
  return logged.find((change) => change.field === field);
}
