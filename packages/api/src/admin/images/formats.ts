/**
 * The first bytes, in hex, of an image may come as. SVG is not among them: it is a program, not
 * an image.
 */
const signatures = {
  jpeg: /^ffd8ff/,
  png: /^89504e470d0a1a0a/,
  gif: /^47494638(?:37|39)61/,
  webp: /^52494646.{8}57454250/,
  avif: /^.{8}66747970617669(?:66|73)/,
};

/** Whether a file begins as an image does, whatever it is called. */
export function isImage(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  return Object.values(signatures).some((signature) => signature.test(start));
}
