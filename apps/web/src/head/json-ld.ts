import type { Graph, Thing } from 'schema-dts';

/**
 * Things as JSON-LD, safe as the text of a `<script>`: no value can end the element or begin a comment in it, and none is a
 * line break to a program that reads it as JavaScript.
 */
export function jsonLd(things: readonly Thing[]): string {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(graph).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
