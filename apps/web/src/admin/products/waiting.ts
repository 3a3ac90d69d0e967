/** "3 people wait" */
export function waitingText(people: number): string {
  return people === 1 ? '1 person waits' : `${people.toLocaleString('en')} people wait`;
}
