/** What was done on a page before its code was there: done again when it is. */
export interface Early {
  /** The fields that were filled in, with what was typed or whether it was ticked. */
  fields: Map<Element, string | boolean>;
  /** What was pressed, and how. The same again and again counts once: nothing had happened. */
  presses: { target: HTMLElement; key?: 'Enter' }[];
  /** Stops watching. */
  stop(): void;
}

declare global {
  interface Window {
    early?: Early;
  }
}
