import { perLanguage } from '@lantern/ui/language';
import { t } from '@lingui/core/macro';
import { TRPCClientError } from '@trpc/client';
import { z } from 'zod';
import { accountHeader } from '../../lib/tab-account.ts';
import { apiError } from '../../lib/trpc.ts';

const MEGABYTE = 1024 * 1024;
const MAX_MEGABYTES = 8;
const megabytes = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);

/** For the browser's file dialog; the server checks the file itself. */
export const imageTypes = 'image/jpeg,image/png,image/webp,image/avif,image/gif';

const uploaded = z.object({ url: z.string(), width: z.number(), height: z.number() });

/** Why a file need not be sent at all; null if it may be an image. */
export function refusalOf({ type, size }: Pick<File, 'type' | 'size'>): string | null {
  if (!imageTypes.split(',').includes(type))
    return t`This file can't be used. Choose a JPEG, PNG, WebP, AVIF or GIF image.`;
  if (size <= MAX_MEGABYTES * MEGABYTE) return null;
  return t`This image is ${{ size: megabytes().format(size / MEGABYTE) }} MB. The limit is ${{ limit: MAX_MEGABYTES }} MB.`;
}

/**
 * Uploads an image and resolves to its URL. `onProgress` gets the share sent so far, from 0 to 1.
 * @throws {Error} with a message for the user.
 */
export function uploadImage(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    // `fetch` does not report upload progress.
    const request = new XMLHttpRequest();
    const fail = (message: string) => reject(new Error(message));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = jsonOf(request.responseText);
      const image = uploaded.safeParse(answer);
      if (request.status === 200 && image.success) return resolve(image.data.url);
      // Its errors have the form of the API's.
      const refusal = apiError(TRPCClientError.from(Object(answer)));
      fail(refusal?.message ?? t`This image could not be uploaded. Please try again.`);
    };
    request.onerror = () => fail(t`The store cannot be reached. Please try again.`);
    request.onabort = () => fail(t`Stopped.`);
    signal.addEventListener('abort', () => request.abort());
    request.open('POST', '/admin/images');
    for (const [name, value] of Object.entries(accountHeader())) request.setRequestHeader(name, value);
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
