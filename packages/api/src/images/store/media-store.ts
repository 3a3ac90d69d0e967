import type { Readable } from 'node:stream';

/** A file of an image; `path` is that below `/media/`: `uploads/3f9a…-400x300/original.jpg`. */
export interface StoredFile {
  path: string;
  bytes: number;
}

/** The place for images cannot be used; the message is one sentence for the operator. */
export class MediaStoreError extends Error {
  override name = 'MediaStoreError';
}

/**
 * Where images are kept: in a folder, or in a bucket that several servers share. A file never changes once it is there, since
 * its path has a hash of what it is made from. Where one says nothing else, methods throw what the file system throws, or
 * SERVICE_UNAVAILABLE with the reason `images_unavailable` while a bucket does not answer.
 */
export abstract class MediaStore {
  /** The folder where files can be read that have been fetched. */
  abstract readonly folder: string;

  /** Checks that images can be stored. @throws {MediaStoreError} */
  abstract prepare(): Promise<void>;

  /** Makes sure that a file can be read in `folder`; false if there is none. */
  abstract fetch(path: string): Promise<boolean>;

  /** Its size in bytes; null if there is none. */
  abstract sizeOf(path: string): Promise<number | null>;

  /** Stores a file: whoever asks for it finds it whole or not at all. */
  abstract save(path: string, bytes: Buffer): Promise<void>;

  /** Stores a copy of the file at `source`, likewise. */
  abstract add(path: string, source: string): Promise<void>;

  /** The files whose path begins like this, in no particular order, without those that are still being written. */
  abstract list(prefix?: string): AsyncIterable<StoredFile>;

  /** What is in a file. */
  abstract read(path: string): Promise<Readable>;

  /** Makes these files readable in `folder`, which does not exist yet. */
  abstract gather(paths: readonly string[], folder: string): Promise<void>;

  /** Removes a file, if there is one. */
  abstract remove(path: string): Promise<void>;
}

/** What a file is called while it is written. */
export const PART = '.part';
