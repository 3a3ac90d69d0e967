interface Match {
  route: { path?: string };
}

/** The paths of the routes that have led to a page as one pattern, such as `p/:slug`; `*` at its end takes whatever comes. */
export const patternOf = (matches: readonly Match[]) => matches.flatMap(({ route }) => route.path || []).join('/');

/**
 * A path as its routes spell it: in their letters, and without a slash at the end. A slug is in small letters. What stands for
 * another parameter stays as it is, and so does the path of a route that takes whatever comes.
 */
export function spelledPath(pathname: string, matches: readonly Match[]): string {
  const pattern = patternOf(matches);
  if (pattern.endsWith('*')) return pathname;
  const given = pathname.split('/').filter(Boolean);
  const parts = pattern.split('/').map((part, index) => {
    if (part === ':slug') return given[index]?.toLowerCase();
    return part.startsWith(':') ? given[index] : part;
  });
  return `/${parts.join('/')}`;
}
