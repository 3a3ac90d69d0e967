/** What build/service-worker.ts writes into the worker. */
declare const BUILD: {
  /** Changes with any file of the build. */
  id: string;
  /** The files that pages need, whichever is read. A null revision: the name has a hash of the content. */
  files: { url: string; revision: string | null }[];
  /** The address of the shop's styles. */
  style: string;
};
