import { plural } from '@lingui/core/macro';
/** "3 people wait" */
export function waitingText(people: number): string {
  return plural(people, { one: '# person waits', other: '# people wait' });
}
