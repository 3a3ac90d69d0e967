/** Who sends a request: `owner` has orders and addresses that `customer` may not see. */
export type Person = 'guest' | 'customer' | 'owner' | 'admin';

/** A request before it is sent; whose cookies go with it is decided then. */
export interface FuzzRequest {
  as: Person;
  method: string;
  /** With its query, escaped. */
  path: string;
  headers: [name: string, value: string][];
  body?: string;
  /** How the body becomes bytes: binary data has a letter a byte. */
  encoding?: 'utf8' | 'latin1';
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** The command that sends it again. */
export function curlOf(
  { method, path, headers, body, encoding = 'utf8' }: FuzzRequest,
  url: string,
  cookie: string,
): string {
  const parts = ['curl', '-i', '-X', method, quoted(url + path)];
  for (const [name, value] of headers) parts.push('-H', quoted(`${name}: ${value}`));
  if (cookie) parts.push('-H', quoted(`cookie: ${cookie}`));
  if (body === undefined) return parts.join(' ');
  const isPlain = encoding === 'utf8' && !body.includes('\0');
  if (isPlain) return [...parts, '--data-binary', quoted(body)].join(' ');
  return `echo ${Buffer.from(body, encoding).toString('base64')} | base64 -d | ${parts.join(' ')} --data-binary @-`;
}
