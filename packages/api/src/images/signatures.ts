/**
 * The first bytes, in hex, of the accepted formats. SVG is not among them, because it can contain scripts.
 */
const signatures = {
  jpeg: /^ffd8ff/,
  png: /^89504e470d0a1a0a/,
  gif: /^47494638(?:37|39)61/,
  webp: /^52494646.{8}57454250/,
  avif: /^.{8}66747970617669(?:66|73)/,
};

/** Whether a file has the signature of an accepted image format, whatever its name. */
export function isImage(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  return Object.values(signatures).some((signature) => signature.test(start));
}
