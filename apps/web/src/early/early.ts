/** What was done on a page before its code was there: done again when it is. */
export interface Early {
  /** The fields that were filled in, with what was typed or whether it was ticked. */
  fields: Map<Element, string | boolean>;
  /** What was pressed last, and how. */
  pressed: { target: HTMLElement; key?: 'Enter' } | null;
  /** Stops watching. */
  stop(): void;
}

declare global {
  interface Window {
    early?: Early;
  }
}
