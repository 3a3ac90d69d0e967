/** A bucket of an S3-compatible store. */
export interface BucketPlace {
  kind: 'bucket';
  bucket: string;
  /** What the names of all objects begin with: empty, or with a slash at its end. */
  prefix: string;
  region: string;
  /** Null for that of Amazon in the region. */
  endpoint: string | null;
  /** Whether the bucket is named in the path, not in the host. */
  pathStyle: boolean;
  /** Null if they are those of the environment. */
  credentials: { accessKeyId: string; secretAccessKey: string } | null;
  /** The most that a server keeps of it on its own disk, in bytes. */
  cacheBytes: number;
}

export type MediaPlace = { kind: 'folder'; folder: string } | BucketPlace;

/** The message follows a colon, and has nothing of the URL in it: that may hold a secret. */
export class MediaUrlError extends Error {
  override name = 'MediaUrlError';
}

const FORM = 'it must look like s3://bucket?endpoint=http://host:port&region=eu-central-1, or file: and a folder';
/** The last is what the client calls `pathStyle`, and what many copy. */
const PARAMETERS = ['endpoint', 'region', 'prefix', 'pathStyle', 'cacheMb', 'forcePathStyle'];
const DEFAULT_CACHE_MB = 1024;
const MIN_CACHE_MB = 64;

/** Reads where images are kept. @throws {MediaUrlError} */
export function readMediaUrl(given: string): MediaPlace {
  if (given.startsWith('file:')) return { kind: 'folder', folder: folderOf(given.slice('file:'.length)) };
  if (!given.startsWith('s3://') || !URL.canParse(given)) throw new MediaUrlError(FORM);
  const url = new URL(given);
  const { searchParams: parameters, hostname: bucket, username, password } = url;
  // Where a secret has a slash that is not encoded, part of it would be taken for a port and a path.
  if (url.port || url.hash || (url.pathname !== '' && url.pathname !== '/')) {
    throw new MediaUrlError('it must have nothing but a bucket before its ?, with / in a secret written as %2F');
  }
  if (!/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(bucket)) {
    throw new MediaUrlError('it must name a bucket, of 3 to 63 small letters, digits, dots and hyphens');
  }
  if ([...parameters.keys()].some((name) => !PARAMETERS.includes(name))) {
    throw new MediaUrlError(`it must have nothing but ${PARAMETERS.join(', ')} after its ?`);
  }
  if (Boolean(username) !== Boolean(password))
    throw new MediaUrlError('it must have both a key and a secret, or neither');
  const endpoint = endpointOf(parameters.get('endpoint'));
  const region = parameters.get('region') ?? (endpoint ? 'us-east-1' : null);
  if (!region) throw new MediaUrlError('it must name a region or an endpoint');
  return {
    ...{ kind: 'bucket', bucket, region, endpoint, prefix: prefixOf(parameters.get('prefix')) },
    pathStyle: pathStyleOf(parameters.get('pathStyle') ?? parameters.get('forcePathStyle'), endpoint !== null),
    credentials: username ? { accessKeyId: decoded(username), secretAccessKey: decoded(password) } : null,
    cacheBytes: cacheOf(parameters.get('cacheMb')),
  };
}

/** `file:media`, `file:/srv/media` and `file:///srv/media`. */
function folderOf(path: string): string {
  const folder = path.replace(/^\/\/(?=\/)/, '');
  if (!folder || folder.startsWith('//')) throw new MediaUrlError(FORM);
  return folder;
}

function endpointOf(given: string | null): string | null {
  if (given === null) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new MediaUrlError('it must name an endpoint without a path, as in http://127.0.0.1:9000');
}

function prefixOf(given: string | null): string {
  const prefix = (given ?? '').replace(/^\/+|\/+$/g, '');
  if (!/^[\w./-]{0,200}$/.test(prefix)) {
    throw new MediaUrlError('it must have a prefix of letters, digits, dots, slashes and hyphens');
  }
  return prefix && `${prefix}/`;
}

function pathStyleOf(given: string | null, byDefault: boolean): boolean {
  if (given === null) return byDefault;
  if (given !== 'true' && given !== 'false') throw new MediaUrlError('it must have true or false as its pathStyle');
  return given === 'true';
}

function cacheOf(given: string | null): number {
  const megabytes = given === null ? DEFAULT_CACHE_MB : Number(given);
  if (!Number.isInteger(megabytes) || megabytes < MIN_CACHE_MB) {
    throw new MediaUrlError(`it must have a number of megabytes as its cacheMb, ${MIN_CACHE_MB} or more`);
  }
  return megabytes * 1024 * 1024;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new MediaUrlError('it must have each % of its key and secret written as %25');
  }
}
