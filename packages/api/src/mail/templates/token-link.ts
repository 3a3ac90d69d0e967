import { z } from 'zod';
import type { Link } from '../template.ts';

/** What a mail with a link for its recipient alone is made from. */
export const tokenData = z.object({ token: z.string() });

/** In the fragment, so that no server or proxy on the way sees the token. */
export function tokenLink(link: Link, path: string, token: string): string {
  return link(`${path}#token=${encodeURIComponent(token)}`);
}
