/** What was chosen in this browser; `system` follows the system's setting. */
export type Theme = 'system' | 'light' | 'dark';

declare global {
  interface Window {
    /** Shows the pages in a theme from now on, and keeps it in this browser. Calls back through the event `themechosen`. */
    chooseTheme?(theme: Theme): void;
  }
}
