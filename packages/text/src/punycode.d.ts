/** The npm package rather than Node's module of the same name, which is deprecated. */
declare module 'punycode/punycode.js' {
  const punycode: { toUnicode(domain: string): string };
  export default punycode;
}
