import { useEffect, useRef, useState } from 'react';
import { refusalOf, uploadImage } from './upload.ts';

/** A file being uploaded, or one that failed. */
export interface Upload {
  key: number;
  file: File;
  /** Sent so far, from 0 to 1. */
  share: number;
  error?: string;
}

/** Uploads files one after another, so that the images arrive in the chosen order. */
export function useUploads(onImage: (url: string, fileName: string) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const nextKey = useRef(1);
  const queue = useRef(Promise.resolve());
  const leaving = useRef(new AbortController());
  const latest = useRef(onImage);
  latest.current = onImage;

  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);

  const change = (key: number, changes: Partial<Upload>) =>
    setUploads((current) => current.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload)));
  const dismiss = (key: number) => setUploads((current) => current.filter((upload) => upload.key !== key));

  async function send({ key, file }: Upload) {
    const { signal } = leaving.current;
    if (signal.aborted) return;
    try {
      const url = await uploadImage(file, (share) => change(key, { share }), signal);
      dismiss(key);
      latest.current(url, file.name);
    } catch (error) {
      change(key, { error: error instanceof Error ? error.message : String(error) });
    }
  }

  function add(files: Iterable<File>) {
    const added = [...files].map((file) => ({
      key: nextKey.current++,
      file,
      share: 0,
      error: refusalOf(file) ?? undefined,
    }));
    setUploads((current) => [...current, ...added]);
    for (const upload of added) {
      if (!upload.error) queue.current = queue.current.then(() => send(upload));
    }
  }

  return { uploads, add, dismiss };
}
