/** The npm package and not Node's own module of that name, which is on its way out. */
declare module 'punycode/punycode.js' {
  const punycode: { toUnicode(domain: string): string };
  export default punycode;
}
