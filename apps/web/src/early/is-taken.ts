/** Whether React has made an element or taken it over, by the mark that it leaves on each. */
export const isTaken = (element: Element) => /__react/.test(String(Object.keys(element)));
