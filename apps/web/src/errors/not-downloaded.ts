/** What Chromium, Firefox and Safari say when a page's code could not be downloaded. */
const NOT_DOWNLOADED = /dynamically imported module|error loading dynamically|importing a module script|preload css/i;

/** Whether the code of a page could not be downloaded: the connection failed, or the store has been updated since. */
export function isNotDownloaded(error: unknown): boolean {
  return error instanceof Error && NOT_DOWNLOADED.test(error.message);
}
